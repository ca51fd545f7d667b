import type { SourceDocument } from "../files/document.ts";
import type { Problem } from "../model/problems.ts";
import { isSecretKey, isSecretText } from "../model/secret-text.ts";

type Path = readonly (string | number)[];

interface Text {
  readonly path: Path;
  readonly text: string;
}

/** Every text and number of a document, each with its path. */
function textsOf(value: unknown, path: Path = []): readonly Text[] {
  if (typeof value === "string" || typeof value === "number") {
    return [{ path, text: String(value) }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsOf(item, [...path, index]));
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]))
    : [];
}

/** Under `integrations`, what stands below a key such as `client_secret`; only `{ secret: <name> }` is no secret itself. */
function isUnderSecretKey([top, _product, ...path]: Path): boolean {
  const isName = path.at(-1) === "secret" && path.length > 1;
  return top === "integrations" && !isName && path.some((key) => isSecretKey(String(key)));
}

/** Secrets that stand in a tenant's file: by the key that they stand under, or by how they begin. Their text is shown nowhere. */
export function findSecretProblems(document: SourceDocument): readonly Problem[] {
  return textsOf(document.value)
    .filter(({ path, text }) => isSecretText(text) || isUnderSecretKey(path))
    .map(({ path, text }) => ({
      ...document.placeOf(path),
      code: "SECRET_IN_FILE",
      path: path.join("."),
      message: "a file names a secret, it never holds one",
      found: `${text.length} characters, not shown`,
      allowed: "{ secret: <name> }",
      suggestion:
        "store the value as a secret, write its name here, and change the secret if this file was ever committed",
    }));
}
