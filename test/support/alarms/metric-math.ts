type Values = Readonly<Record<string, number | undefined>>;

const token = /\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|>=|<=|==|!=|[-+*/(),<>])/y;
const binary: readonly (readonly (readonly [string, (left: number, right: number) => number])[])[] = [
  [
    [">", (left, right) => Number(left > right)],
    ["<", (left, right) => Number(left < right)],
    [">=", (left, right) => Number(left >= right)],
    ["<=", (left, right) => Number(left <= right)],
    ["==", (left, right) => Number(left === right)],
    ["!=", (left, right) => Number(left !== right)],
  ],
  [
    ["+", (left, right) => left + right],
    ["-", (left, right) => left - right],
  ],
  [
    ["*", (left, right) => left * right],
    ["/", (left, right) => left / right],
  ],
];

/**
 * A metric math expression at one point in time, as far as alarms here use it: arithmetic, comparisons and IF.
 *
 * Undefined where a series that it needs has no data, and where it divides by nothing: CloudWatch then has no data point.
 */
export function metricMath(expression: string, values: Values): number | undefined {
  const words = tokensOf(expression);
  const result = operation(words, values, 0);
  if (words.length > 0) throw new SyntaxError(`unexpected ${words[0] ?? ""} in ${expression}`);
  return result !== undefined && Number.isFinite(result) ? result : undefined;
}

function tokensOf(expression: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(expression); match !== null; match = token.exec(expression)) found.push(match[1] ?? "");
  return found;
}

function operation(words: string[], values: Values, level: number): number | undefined {
  const operators = binary[level];
  if (operators === undefined) return operand(words, values);
  let left = operation(words, values, level + 1);
  for (;;) {
    const operator = operators.find(([sign]) => sign === words[0]);
    if (operator === undefined) return left;
    words.shift();
    const right = operation(words, values, level + 1);
    left = left === undefined || right === undefined ? undefined : operator[1](left, right);
  }
}

function operand(words: string[], values: Values): number | undefined {
  const word = words.shift() ?? "";
  if (/^\d/.test(word)) return Number(word);
  if (word === "(") {
    const inner = operation(words, values, 0);
    take(words, ")");
    return inner;
  }
  if (word === "IF") return conditional(words, values);
  if (!(word in values)) throw new SyntaxError(`the evaluator does not know ${word}`);
  return values[word];
}

function conditional(words: string[], values: Values): number | undefined {
  take(words, "(");
  const condition = operation(words, values, 0);
  take(words, ",");
  const then = operation(words, values, 0);
  take(words, ",");
  const otherwise = operation(words, values, 0);
  take(words, ")");
  if (condition === undefined) return undefined;
  return condition === 0 ? otherwise : then;
}

function take(words: string[], wanted: string): void {
  const found = words.shift();
  if (found !== wanted) throw new SyntaxError(`expected ${wanted}, found ${found ?? "the end"}`);
}
