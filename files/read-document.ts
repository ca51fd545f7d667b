import { relative, sep } from "node:path";
import { byPlace, type Problem } from "../model/problems.ts";
import { composeYaml } from "./compose-yaml.ts";
import { decodeText } from "./decode-text.ts";
import type { DocumentReading } from "./document.ts";
import { hiddenCharacterProblems } from "./hidden-characters.ts";
import { LineIndex } from "./line-index.ts";
import { rangeOf } from "./node-places.ts";
import { PlainValue } from "./plain-value.ts";
import { readBytes } from "./read-bytes.ts";
import { fileProblem } from "./refusal.ts";

export interface ReadOptions {
  /** The fleet's folder: file names are shown relative to it, and symbolic links must not lead out of it. */
  readonly root: string;
  /** Default 256 KiB: far more than a person writes, and little to parse. */
  readonly maximumBytes?: number;
}

/** How a file is shown in problems: relative to the folder, with `/` on every system; as it is where outside. */
export function shownName(file: string, root: string): string {
  const name = relative(root, file);
  return name.startsWith("..") || name === "" ? file : name.split(sep).join("/");
}

/**
 * Reads a YAML or JSON file that a person wrote. Never throws for what is in the file or for the file not being there:
 * that is a refusal, with every problem of its form.
 */
export function readDocument(file: string, { root, maximumBytes = 256 * 1024 }: ReadOptions): DocumentReading {
  const shown = shownName(file, root);
  const read = readBytes(file, shown, { root, maximumBytes });
  if (read.kind === "refused") {
    return { kind: "refused", problems: [read.problem] };
  }
  const decoded = decodeText(read.bytes, shown);
  return decoded.kind === "refused"
    ? { kind: "refused", problems: [decoded.problem] }
    : parseDocument(decoded.text, shown);
}

/** Reads a document from its text, e.g. one that came in by an API; `file` is its name in problems. */
export function parseDocument(text: string, file: string): DocumentReading {
  const lines = new LineIndex(file, text);
  const hidden = hiddenCharacterProblems(text, lines);
  const composed = composeYaml(text, lines);
  if (composed.kind === "refused") {
    return refused([...hidden, ...composed.problems]);
  }
  const plain = new PlainValue(text, lines);
  const value = plain.of(composed.contents, "");
  if (hidden.length + plain.problems.length > 0) {
    return refused([...hidden, ...plain.problems]);
  }
  if (value === null) {
    return refused([
      fileProblem(file, { code: "FILE_EMPTY", message: "says nothing: it is empty or holds comments only" }),
    ]);
  }
  return {
    kind: "read",
    document: {
      file,
      text,
      value,
      placeOf: (path, part = "value") => lines.place(...rangeOf(composed.contents, path, part)),
    },
  };
}

const refused = (problems: readonly Problem[]): DocumentReading => ({
  kind: "refused",
  problems: problems.toSorted(byPlace),
});
