import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../files/check-document.ts";
import type { SourceDocument } from "../files/document.ts";
import { readDocument } from "../files/read-document.ts";
import type { Problem } from "../model/problems.ts";
import { ApplicationSpec } from "../model/specs/application-spec.ts";
import { findUnemittedProblems } from "./unemitted-problems.ts";

/** The application as its file says it. */
export interface Application {
  readonly spec: ApplicationSpec;
  readonly document: SourceDocument;
  /** Folder that the paths in `migrations` start from. */
  readonly folder: string;
}

export type ApplicationReading =
  | { readonly kind: "read"; readonly application: Application }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** The fleet's own `application/`, or the project's where it has none. */
function applicationFolder(root: string): string {
  const own = join(root, "application");
  return existsSync(own) ? own : import.meta.dirname;
}

/** Reads and checks the application of the fleet in `root`. */
export function readApplication(root: string): ApplicationReading {
  const folder = applicationFolder(root);
  const reading = readDocument(join(folder, "application.yaml"), {
    root: folder.startsWith(root) ? root : join(folder, ".."),
  });
  if (reading.kind === "refused") {
    return reading;
  }
  const { document } = reading;
  const checked = checkDocument(document, ApplicationSpec);
  if (checked.kind === "refused") {
    return checked;
  }
  const spec = checked.value;
  const missing = (["shared", "tenant"] as const)
    .filter((key) => !existsSync(join(folder, spec.migrations[key])))
    .map((key) => ({
      ...document.placeOf(["migrations", key]),
      code: "APPLICATION_MIGRATIONS_MISSING",
      path: `migrations.${key}`,
      message: "there is no such folder beside the file",
      found: spec.migrations[key],
      suggestion: "create the folder, or correct the path",
    }));
  const problems: readonly Problem[] = [...missing, ...findUnemittedProblems(spec, document)];
  return problems.length > 0
    ? { kind: "refused", problems }
    : { kind: "read", application: { spec, document, folder } };
}
