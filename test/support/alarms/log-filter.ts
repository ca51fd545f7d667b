const comparison = /^\(*\s*\$\.([\w.]+)\s*(=|!=)\s*"([^"]*)"\s*\)*$/;

interface Term {
  readonly path: readonly string[];
  readonly equal: boolean;
  readonly value: string;
}

/** A JSON pattern of CloudWatch Logs, as far as filters here use it: comparisons of texts, all joined by `&&` or all by `||`. */
function read(pattern: string): { readonly all: boolean; readonly terms: readonly Term[] } {
  const inner = /^\{(.*)\}$/.exec(pattern.trim())?.[1] ?? "";
  const all = inner.includes("&&");
  if (all && inner.includes("||")) throw new SyntaxError(`the evaluator does not know ${pattern}`);
  const terms = inner.split(all ? "&&" : "||").map((text) => {
    const [, path, operator, value] = comparison.exec(text.trim()) ?? [];
    if (path === undefined || value === undefined) throw new SyntaxError(`the evaluator does not know ${text}`);
    return { path: path.split("."), equal: operator === "=", value };
  });
  return { all, terms };
}

const at = (event: unknown, [name, ...rest]: readonly string[]): unknown =>
  name === undefined ? event : at((event as Readonly<Record<string, unknown>> | undefined)?.[name], rest);

/** Whether a log line matches a filter's pattern. */
export function matchesPattern(pattern: string, line: string): boolean {
  const event: unknown = JSON.parse(line);
  const { all, terms } = read(pattern);
  const holds = ({ path, equal, value }: Term) => (at(event, path) === value) === equal;
  return all ? terms.every(holds) : terms.some(holds);
}

/** A line that the pattern is written for, where what writes the log is a service and no application. */
export function matchingLine(pattern: string): string {
  const event: Record<string, unknown> = {};
  for (const { path, value } of read(pattern).terms) {
    let place = event;
    for (const name of path.slice(0, -1)) {
      const inner = (place[name] ?? {}) as Record<string, unknown>;
      place[name] = inner;
      place = inner;
    }
    place[path.at(-1) ?? ""] = value;
  }
  return JSON.stringify(event);
}
