import { shownText } from "../shown-value.ts";

/** Longer names and values are cut. */
const longest = 160;

/**
 * Text of a file as a code span, in which no Markdown, HTML, mention, number of an issue or address of a page means
 * anything. What could end the span or the cell of a table, and what begins a comment such as the marker, is written as
 * its code point, as a hidden character is.
 */
export function code(text: string, most = longest): string {
  const shown = shownText(text, most)
    .replaceAll("`", "\\u0060")
    .replaceAll("|", "\\u007c")
    .replaceAll("<!--", "<\\u0021--");
  // A span of spaces alone, or of nothing, is none.
  return shown.trim() === "" ? `\`"${shown}"\`` : `\`${shown}\``;
}

/**
 * A sentence of ours in which text of files may stand, as prose: plain words stay, and whatever else there is stands in
 * code spans, so that only words can be read as Markdown, and they mean nothing there.
 */
export function prose(text: string, most = 400): string {
  const words = shownText(text, most).split(" ");
  const runs: { readonly isPlain: boolean; readonly words: string[] }[] = [];
  for (const word of words) {
    const isPlain = plainWord.test(word) && !hexWord.test(word);
    const last = runs.at(-1);
    if (last?.isPlain === isPlain) last.words.push(word);
    else runs.push({ isPlain, words: [word] });
  }
  return runs.map((run) => (run.isPlain ? run.words.join(" ") : code(run.words.join(" "), most))).join(" ");
}

const plainWord = /^\(?[A-Za-z]+(?:'s)?\)?[,;:.]?$|^\d{1,9}[,;]?$|^…$/;
/** Could be taken for a commit. */
const hexWord = /^[a-f]{7,}\W?$/i;

/** A fenced block of lines; the fence is longer than any in it. Each line must be printable already. */
export function fenced(language: string, lines: readonly string[]): string {
  const longestRun = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = "`".repeat(longestRun + 1);
  return `${fence}${language}\n${lines.join("\n")}\n${fence}`;
}
