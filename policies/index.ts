import { join } from "node:path";
import { checkDocument } from "../files/check-document.ts";
import { readDocument } from "../files/read-document.ts";
import { ProblemsError } from "../model/problems.ts";
import { ExceptionsSpec, type PolicyException } from "./exceptions-spec.ts";

/**
 * Reads `policies/exceptions.yaml` of the folder `root`: what scanners find and may find.
 *
 * @throws ProblemsError with everything wrong in the file, each at its place.
 */
export function readExceptions(root: string): readonly PolicyException[] {
  const reading = readDocument(join(root, "policies/exceptions.yaml"), { root });
  if (reading.kind === "refused") throw new ProblemsError(reading.problems);
  const checked = checkDocument(reading.document, ExceptionsSpec);
  if (checked.kind === "refused") throw new ProblemsError(checked.problems);
  return checked.value.exceptions;
}
