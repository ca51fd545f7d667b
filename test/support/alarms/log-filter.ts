const comparison = /\$\.(\w+)\s*(=|!=)\s*"([^"]*)"/g;

/** Whether a log line matches a JSON pattern of CloudWatch Logs, as far as filters here use it: equality and `||`. */
export function matchesPattern(pattern: string, line: string): boolean {
  const event = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const inner = /^\{(.*)\}$/.exec(pattern.trim())?.[1];
  if (inner === undefined || inner.includes("&&")) throw new SyntaxError(`the evaluator does not know ${pattern}`);
  return inner.split("||").some((term) => {
    const [[, field = "", operator, value] = []] = [...term.matchAll(comparison)];
    if (operator === undefined) throw new SyntaxError(`the evaluator does not know ${term}`);
    return (event[field] === value) === (operator === "=");
  });
}
