import { escapeIdentifier, escapeLiteral } from "pg";

/** Quotes names and joins them by a dot, e.g. `"app"."orders"`. */
export function identifier(...names: readonly string[]): string {
  return names.map((name) => escapeIdentifier(name)).join(".");
}

/** Quotes a text. */
export function literal(text: string): string {
  return escapeLiteral(text);
}

/** A role as GRANT and REVOKE name it: `public`, in whatever case, is everybody. */
export function grantee(role: string): string {
  return isPublic(role) ? "PUBLIC" : identifier(role);
}

/** True for the name that means every role. */
export function isPublic(role: string): boolean {
  return role.toLowerCase() === "public";
}
