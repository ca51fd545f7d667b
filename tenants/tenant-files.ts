import { existsSync } from "node:fs";
import { join } from "node:path";
import { integrations } from "../catalog/integrations/index.ts";
import { checkDocument } from "../files/check-document.ts";
import type { SourceDocument } from "../files/document.ts";
import { listDeclarations } from "../files/list-files.ts";
import { findFileNameProblems, nameOfFile } from "../files/named-file.ts";
import { readDocument } from "../files/read-document.ts";
import type { Problem } from "../model/problems.ts";
import { TenantSpec } from "../model/specs/tenant-spec.ts";
import { findSettingsProblems } from "./integration-settings-problems.ts";
import { findSecretProblems } from "./secret-problems.ts";

/** A tenant's file by itself: its form is right, nothing is said of its tier and cell yet. */
export interface TenantFile {
  readonly spec: TenantSpec;
  readonly document: SourceDocument;
}

export type TenantFileReading =
  | { readonly kind: "read"; readonly file: TenantFile }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Paths of all tenants' files, sorted; nothing is read. */
export const listTenantFiles = (root: string): readonly string[] => listDeclarations(join(root, "tenants"));

/** Ids of all tenants of the fleet in `root`, by their files' names; nothing is read. */
export const listTenantIds = (root: string): readonly string[] => [...new Set(listTenantFiles(root).map(nameOfFile))];

/** File of a tenant; the `.yaml` one where there is none yet. */
export function tenantFile(id: string, root: string): string {
  const candidates = [".yaml", ".yml", ".json"].map((ending) => join(root, "tenants", `${id}${ending}`));
  return candidates.find((file) => existsSync(file)) ?? join(root, "tenants", `${id}.yaml`);
}

/** Reads one tenant's file and checks what can be checked without any other file. */
export function readTenantFile(file: string, root: string): TenantFileReading {
  const reading = readDocument(file, { root });
  if (reading.kind === "refused") {
    return reading;
  }
  return checkTenantDocument(reading.document);
}

/** Checks a tenant's document by itself, wherever it came from. */
export function checkTenantDocument(document: SourceDocument): TenantFileReading {
  const checked = checkDocument(document, TenantSpec);
  const problems = withoutSecretDoubles([
    ...findFileNameProblems(document, idOf(document.value)),
    ...(checked.kind === "refused" ? checked.problems : []),
    ...findSettingsProblems(document, integrations),
    ...findSecretProblems(document),
  ]);
  return checked.kind === "refused" || problems.length > 0
    ? { kind: "refused", problems }
    : { kind: "read", file: { spec: checked.value, document } };
}

/** A secret where its name belongs is of the wrong type as well; what matters is said once. */
function withoutSecretDoubles(problems: readonly Problem[]): readonly Problem[] {
  const secrets = new Set(problems.filter(({ code }) => code === "SECRET_IN_FILE").map(({ path }) => path));
  return problems
    .filter(({ code, path }) => code === "SECRET_IN_FILE" || !secrets.has(path))
    .toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** The file's `id` where it is text: a wrong one is compared with the file's name all the same. */
function idOf(value: unknown): string | undefined {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  return typeof id === "string" ? id : undefined;
}
