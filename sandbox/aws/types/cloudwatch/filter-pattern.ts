/**
 * Why CloudWatch Logs refuses a filter pattern; undefined where it does not. Quotes and brackets must close, and a JSON
 * pattern compares selectors: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function patternRefusal(pattern: string): string | undefined {
  if (pattern.length > 1024) return `a filter pattern has at most 1024 characters, got ${pattern.length}`;
  const bare = pattern.replace(/"(?:\\.|[^"\\])*"/g, '""').trim();
  if ((bare.match(/"/g) ?? []).length % 2 === 1) return "a quotation mark is not closed";
  if (!isBalanced(bare)) return "brackets do not close";
  if (bare.startsWith("{") && !jsonPattern.test(bare))
    return 'a JSON pattern compares selectors, e.g. { $.level = "ERROR" }';
  return undefined;
}

const term = String.raw`\(*\s*\$[\w.\[\]"-]+\s*(=|!=|<|>|<=|>=|IS|NOT EXISTS)\s*("{2}|[\w.*%-]+)?\s*\)*`;
const jsonPattern = new RegExp(String.raw`^\{\s*${term}(\s*(&&|\|\|)\s*${term})*\s*\}$`);

function isBalanced(text: string): boolean {
  const closing: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  const open: string[] = [];
  for (const letter of text) {
    if ("([{".includes(letter)) open.push(letter);
    else if (closing[letter] !== undefined && open.pop() !== closing[letter]) return false;
  }
  return open.length === 0;
}
