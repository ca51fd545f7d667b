/** A kind that a type token names. */
export interface TokenKind {
  readonly apiVersion: string;
  readonly kind: string;
}

// Types of the npm package that are no objects of the API: they patch, list, or render other things.
const notObjects = /(?:Patch|List)$|^kubernetes:(?:helm\.sh|kustomize|yaml)/;

/**
 * Reads `kubernetes:<group>/<version>:<Kind>`; the group `core` is the API's nameless one.
 *
 * @returns undefined for another form, and for types that are no objects of the API.
 */
export function readTypeToken(token: string): TokenKind | undefined {
  const match = /^kubernetes:([a-z0-9.-]+\/)?(v[a-z0-9]+):([A-Z][A-Za-z0-9]*)$/.exec(token);
  if (!match || notObjects.test(token)) return undefined;
  const [, group = "", version = "", kind = ""] = match;
  return { apiVersion: group === "core/" ? version : `${group}${version}`, kind };
}
