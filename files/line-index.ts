import type { Place } from "../model/provenance.ts";

/** Turns offsets into lines and columns; both count from 1, columns in UTF-16 units as editors and SARIF do. */
export class LineIndex {
  readonly #file: string;
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  /** Place of the text between two offsets; without `endColumn` where it spans lines. */
  place(start: number, end: number = start): Place {
    const { line, column } = this.#position(start);
    const last = this.#position(Math.max(start, end));
    const place = { file: this.#file, line, column };
    return last.line === line && last.column > column ? { ...place, endColumn: last.column } : place;
  }

  #position(offset: number): { readonly line: number; readonly column: number } {
    this.#starts ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}
