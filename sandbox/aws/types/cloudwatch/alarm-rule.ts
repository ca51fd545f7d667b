export type AlarmState = "ALARM" | "OK" | "INSUFFICIENT_DATA";

/** A composite alarm's rule as a tree. */
export type AlarmRule =
  | { readonly kind: "state"; readonly state: AlarmState; readonly alarm: string }
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "not"; readonly of: AlarmRule }
  | { readonly kind: "and" | "or"; readonly left: AlarmRule; readonly right: AlarmRule };

const token = /\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()]|[^\s()"']+)/y;
const states: readonly string[] = ["ALARM", "OK", "INSUFFICIENT_DATA"] satisfies readonly AlarmState[];

/**
 * Reads `ALARM("a") AND (OK("b") OR NOT TRUE)`; AND and OR bind alike, from left to right.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html (AlarmRule)
 *
 * @throws SyntaxError that says what was found instead.
 */
export function readAlarmRule(text: string): AlarmRule {
  const words = tokensOf(text);
  const rule = readRule(words);
  if (words.length > 0) throw new SyntaxError(`unexpected ${words[0] ?? ""}`);
  return rule;
}

/** Names and ARNs of the alarms that a rule speaks of, each as often as it does. */
export function alarmsOf(rule: AlarmRule): readonly string[] {
  switch (rule.kind) {
    case "state":
      return [rule.alarm];
    case "constant":
      return [];
    case "not":
      return alarmsOf(rule.of);
    case "and":
    case "or":
      return [...alarmsOf(rule.left), ...alarmsOf(rule.right)];
  }
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) found.push(match[1] ?? "");
  return found;
}

function readRule(words: string[]): AlarmRule {
  let left = readOperand(words);
  while (words[0] === "AND" || words[0] === "OR") {
    const kind = words.shift() === "AND" ? "and" : "or";
    left = { kind, left, right: readOperand(words) };
  }
  return left;
}

function readOperand(words: string[]): AlarmRule {
  const word = words.shift() ?? "the end";
  if (word === "NOT") return { kind: "not", of: readOperand(words) };
  if (word === "TRUE" || word === "FALSE") return { kind: "constant", value: word === "TRUE" };
  if (word === "(") {
    const inner = readRule(words);
    take(words, ")");
    return inner;
  }
  if (!states.includes(word))
    throw new SyntaxError(`expected ${states.join(", ")}, NOT, TRUE, FALSE or (, found ${word}`);
  take(words, "(");
  const alarm = (words.shift() ?? "").replace(/^["']|["']$/g, "");
  take(words, ")");
  return { kind: "state", state: word as AlarmState, alarm };
}

function take(words: string[], wanted: string): void {
  const found = words.shift() ?? "the end";
  if (found !== wanted) throw new SyntaxError(`expected ${wanted}, found ${found}`);
}
