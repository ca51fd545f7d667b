/** A character, a policy variable (`${aws:PrincipalTag/tenant}`), one free character, or any text. */
type Token = { readonly letter: string } | "one" | "many";

const known = new Map<string, readonly Token[]>();
const longestMemory = 10_000;

/** The parts of an IAM pattern. A variable is one letter that nothing but itself and `*` matches: its value is not known. */
function tokensOf(pattern: string): readonly Token[] {
  const kept = known.get(pattern);
  if (kept !== undefined) return kept;
  const tokens = [...pattern.matchAll(/\$\{[^}]*\}|[\s\S]/gu)].map(([part]): Token => {
    if (part === "*") return "many";
    return part === "?" ? "one" : { letter: part };
  });
  if (known.size >= longestMemory) known.clear();
  known.set(pattern, tokens);
  return tokens;
}

/** A letter that no pattern holds. */
const fresh = "\u0000";
const isVariable = (letter: string): boolean => letter.length > 2 && letter.startsWith("${");

/** Places that are reached without a letter: behind any number of `*`. */
function closed(tokens: readonly Token[], places: Iterable<number>): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const start of places) {
    let place = start;
    reached.add(place);
    while (tokens[place] === "many") reached.add(++place);
  }
  return reached;
}

/** Places after one letter more. */
function stepped(tokens: readonly Token[], places: ReadonlySet<number>, letter: string): ReadonlySet<number> {
  const next: number[] = [];
  for (const place of places) {
    const token = tokens[place];
    if (token === "many") next.push(place);
    else if (token === "one" ? !isVariable(letter) : token?.letter === letter) next.push(place + 1);
  }
  return closed(tokens, next);
}

const lettersOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => (typeof token === "object" ? [token.letter] : []));

const expressions = new Map<string, RegExp>();

/** For the usual case, a text without anything special: some thousands of actions against each pattern. */
function expressionOf(pattern: string): RegExp {
  const kept = expressions.get(pattern);
  if (kept !== undefined) return kept;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  const expression = new RegExp(`^${source}$`, "u");
  if (expressions.size >= longestMemory) expressions.clear();
  expressions.set(pattern, expression);
  return expression;
}

/**
 * Whether `outer` matches everything that `inner` matches. Exact for `*` and `?`; variables match themselves and `*` alone.
 */
export function includes(outer: string, inner: string): boolean {
  if (outer === inner || outer === "*") return true;
  if (!/[*?$]/.test(inner) && !outer.includes("${")) return expressionOf(outer).test(inner);
  const [wide, narrow] = [tokensOf(outer), tokensOf(inner)];
  const letters = [...new Set([...lettersOf(wide), ...lettersOf(narrow), fresh])].filter((one) => !isVariable(one));
  const seen = new Set<string>();
  const open: (readonly [number, ReadonlySet<number>])[] = [[0, closed(wide, [0])]];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [place, reached] = state;
    const mark = `${place} ${[...reached].join(" ")}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    if (place === narrow.length && !reached.has(wide.length)) return false;
    open.push(...following(narrow, place, letters, (letter) => stepped(wide, reached, letter), reached));
  }
  return true;
}

/** Where `inner` can go on to, each with what `outer` makes of it. */
function following(
  narrow: readonly Token[],
  place: number,
  letters: readonly string[],
  after: (letter: string) => ReadonlySet<number>,
  reached: ReadonlySet<number>,
): readonly (readonly [number, ReadonlySet<number>])[] {
  const token = narrow[place];
  if (token === undefined) return [];
  if (typeof token === "object") return [[place + 1, after(token.letter)]];
  const free = letters.map((letter) => [token === "many" ? place : place + 1, after(letter)] as const);
  return token === "many" ? [[place + 1, reached], ...free] : free;
}

/** Whether some text is matched by both. A variable counts as any text, so that "no" is certain. */
export function intersects(one: string, other: string): boolean {
  const [left, right] = [anyValues(one), anyValues(other)];
  const seen = new Set<string>();
  const open: (readonly [number, number])[] = [[0, 0]];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [i, j] = state;
    if (i === left.length && j === right.length) return true;
    const mark = `${i} ${j}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    open.push(...together(left[i], right[j], i, j));
  }
  return false;
}

const anyValues = (pattern: string): readonly Token[] =>
  tokensOf(pattern).map((token) => (typeof token === "object" && isVariable(token.letter) ? "many" : token));

function together(
  left: Token | undefined,
  right: Token | undefined,
  i: number,
  j: number,
): readonly (readonly [number, number])[] {
  const next: (readonly [number, number])[] = [];
  if (left === "many") next.push([i + 1, j]);
  if (right === "many") next.push([i, j + 1]);
  if (left !== undefined && right !== undefined && shares(left, right)) {
    next.push([left === "many" ? i : i + 1, right === "many" ? j : j + 1]);
  }
  return next;
}

const shares = (left: Token, right: Token): boolean =>
  typeof left === "string" || typeof right === "string" || left.letter === right.letter;

export const isPattern = (text: string): boolean => /[*?]/.test(text.replace(/\$\{[^}]*\}/g, ""));

/** A text that `pattern` matches and that hardly another pattern does: one of its own where it leaves the choice. */
export const instanceOf = (pattern: string): string =>
  pattern.replace(/\$\{[^}]*\}|\*|\?/g, (part) => (part.startsWith("$") ? part : fresh));

/** Whether a text stands for one that no list has. */
export const isUnlisted = (text: string): boolean => text.includes(fresh);
