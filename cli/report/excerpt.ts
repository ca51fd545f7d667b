import type { Place } from "../../model/provenance.ts";

/** A line of a file with the spot below it that a problem is about. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

const widest = 100;
/** Columns shown before the spot of a line that is clipped. */
const lead = 30;

/** Characters that terminals draw two columns wide: East Asian wide and full-width forms, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const narrowed = /\p{Mn}|\p{Me}/u;
/** What a terminal would obey or hide, and so is drawn as a picture of itself. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function shown(character: string): string {
  if (character === "\t") {
    return "  ";
  }
  return unprintable.test(character) ? "\ufffd" : character;
}

function widthOf(character: string): number {
  if (character === "\t" || wide.test(character)) {
    return 2;
  }
  return narrowed.test(character) ? 0 : 1;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly isMarked: boolean;
}

/** The characters of a line from offset `from` on, each with its width, and whether the place covers it. */
function cellsOf(line: string, place: Place): readonly Cell[] {
  const start = place.column - 1;
  const end = place.endColumn === undefined ? start + 1 : place.endColumn - 1;
  let offset = 0;
  return [...line].map((character) => {
    const cell = { text: shown(character), width: widthOf(character), isMarked: offset >= start && offset < end };
    offset += character.length;
    return cell;
  });
}

/** The part of a long line around the spot; the whole of a short one. */
function clipped(cells: readonly Cell[]): readonly Cell[] {
  if (cells.length <= widest) {
    return cells;
  }
  const spot = cells.findIndex(({ isMarked }) => isMarked);
  const from = Math.max(0, Math.min((spot < 0 ? cells.length : spot) - lead, cells.length - widest));
  const dots = { text: "…", width: 1, isMarked: false };
  const part = cells.slice(from, from + widest);
  return [...(from > 0 ? [dots] : []), ...part, ...(from + widest < cells.length ? [dots] : [])];
}

/**
 * The line of `text` that a place is on, with carets below the spot. Tabs, wide and unprintable characters keep the
 * carets where they belong. `hidden` are places whose text must not be shown. Undefined where there is no such line.
 */
export function excerptOf(text: string, place: Place, hidden: readonly Place[] = []): Excerpt | undefined {
  const line = text.split("\n", place.line)[place.line - 1]?.replace(/\r$/, "");
  if (line === undefined) {
    return undefined;
  }
  const cells = clipped(
    cellsOf(
      withoutSecrets(
        line,
        hidden.filter((secret) => secret.line === place.line),
      ),
      place,
    ),
  );
  const marks = cells.map(({ width, isMarked }) => (isMarked ? "^" : " ").repeat(width)).join("");
  return {
    line: cells.map((cell) => cell.text).join(""),
    marks: marks.includes("^") ? marks.trimEnd() : `${marks}^`,
  };
}

/** A dot for each character, so that columns stay. A value over several lines is hidden to the line's end. */
function withoutSecrets(line: string, secrets: readonly Place[]): string {
  return secrets.reduce((shownSoFar, { column, endColumn }) => {
    const end = endColumn === undefined ? line.length : endColumn - 1;
    return shownSoFar.slice(0, column - 1) + "•".repeat(Math.max(0, end - column + 1)) + shownSoFar.slice(end);
  }, line);
}
