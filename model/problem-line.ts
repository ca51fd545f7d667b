import type { Problem } from "./problems.ts";

/** `file:line:column CODE path: what is wrong · found … · allowed … · what to do`: a problem in one line. */
export function problemLine({ file, line, column, code, path, message, found, allowed, suggestion }: Problem): string {
  const facts = [
    `${file}:${line}:${column} ${code}${path === "" ? "" : ` ${path}`}: ${message}`,
    found === undefined ? undefined : `found ${found}`,
    allowed === undefined ? undefined : `allowed ${allowed}`,
    suggestion,
  ];
  return facts.filter((fact) => fact !== undefined).join(" · ");
}
