import { isUtf8 } from "node:buffer";
import type { Problem } from "../model/problems.ts";
import { LineIndex } from "./line-index.ts";
import { fileProblem, problemAt, type Refusal } from "./refusal.ts";

type Text = { readonly kind: "text"; readonly text: string } | { readonly kind: "refused"; readonly problem: Problem };

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "UTF-8 with a byte order mark" },
  { bytes: [0xff, 0xfe, 0, 0], encoding: "UTF-32, little-endian" },
  { bytes: [0, 0, 0xfe, 0xff], encoding: "UTF-32, big-endian" },
  { bytes: [0xff, 0xfe], encoding: "UTF-16, little-endian" },
  { bytes: [0xfe, 0xff], encoding: "UTF-16, big-endian" },
];

const saveAs = "save the file as UTF-8 without a byte order mark";

/** Decodes a file; anything but plain UTF-8 is refused and named. */
export function decodeText(bytes: Buffer, file: string): Text {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) {
    return { kind: "refused", problem: fileProblem(file, encodingRefusal(mark.encoding)) };
  }
  if (!isUtf8(bytes)) {
    return { kind: "refused", problem: invalidByte(bytes, file) };
  }
  return { kind: "text", text: bytes.toString("utf8") };
}

function invalidByte(bytes: Buffer, file: string): Problem {
  const text = bytes.toString("utf8");
  const at = text.indexOf("\ufffd");
  const byte = bytes[Buffer.byteLength(text.slice(0, at), "utf8")] ?? 0;
  const found = `byte 0x${byte.toString(16).padStart(2, "0")}`;
  return problemAt(new LineIndex(file, text).place(at, at + 1), encodingRefusal(found));
}

const encodingRefusal = (found: string): Refusal => ({
  code: "FILE_NOT_UTF8",
  message: "is not plain UTF-8",
  found,
  allowed: "UTF-8 without a byte order mark",
  suggestion: saveAs,
});
