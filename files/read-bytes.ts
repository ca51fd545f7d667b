import { closeSync, fstatSync, lstatSync, openSync, readSync, realpathSync, type Stats } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import type { Problem } from "../model/problems.ts";
import { fileProblem, type Refusal } from "./refusal.ts";

export interface ByteLimits {
  /** Folder that a symbolic link must not lead out of. */
  readonly root: string;
  readonly maximumBytes: number;
}

type Bytes =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "refused"; readonly problem: Problem };

const kib = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString("en")} KiB`;

/**
 * Reads a small regular file, and never more of it than `maximumBytes`: a larger one is refused by its size, before
 * anything of it is read. `shown` is the file's name in problems.
 */
export function readBytes(file: string, shown: string, limits: ByteLimits): Bytes {
  try {
    const refusal = linkRefusal(file, limits.root) ?? readWithin(file, limits.maximumBytes);
    return Buffer.isBuffer(refusal)
      ? { kind: "bytes", bytes: refusal }
      : { kind: "refused", problem: fileProblem(shown, refusal) };
  } catch (error) {
    return { kind: "refused", problem: fileProblem(shown, systemRefusal(error)) };
  }
}

function linkRefusal(file: string, root: string): Refusal | undefined {
  if (!lstatSync(file).isSymbolicLink()) {
    return undefined;
  }
  const fromRoot = relative(realpathSync(root), realpathSync(file));
  if (fromRoot !== ".." && !fromRoot.startsWith(`..${sep}`) && !isAbsolute(fromRoot)) {
    return undefined;
  }
  return {
    code: "FILE_LEAVES_FOLDER",
    message: "is a symbolic link that leads out of the folder",
    allowed: "a file, or a link to one inside the folder",
    suggestion: "copy the file here instead of linking to it",
  };
}

function readWithin(file: string, maximumBytes: number): Buffer | Refusal {
  const descriptor = openSync(file, "r");
  try {
    const stats = fstatSync(descriptor);
    return kindRefusal(stats) ?? sizeRefusal(stats.size, maximumBytes) ?? readAll(descriptor, maximumBytes);
  } finally {
    closeSync(descriptor);
  }
}

function kindRefusal(stats: Stats): Refusal | undefined {
  if (stats.isFile()) {
    return undefined;
  }
  return stats.isDirectory()
    ? { code: "FILE_IS_FOLDER", message: "is a folder where a file belongs", suggestion: "rename or remove the folder" }
    : {
        code: "FILE_NOT_REGULAR",
        message: "is neither a file nor a folder",
        suggestion: "replace it by a regular file",
      };
}

function sizeRefusal(size: number, maximumBytes: number): Refusal | undefined {
  return size <= maximumBytes
    ? undefined
    : {
        code: "FILE_TOO_LARGE",
        message: "is too large to be what a person wrote; nothing of it was read",
        found: kib(size),
        allowed: `at most ${kib(maximumBytes)}`,
        suggestion: "keep one document a file, and data elsewhere",
      };
}

/** One byte more than allowed is asked for, so that a file that grew since its size was taken is noticed. */
function readAll(descriptor: number, maximumBytes: number): Buffer | Refusal {
  const buffer = Buffer.allocUnsafe(maximumBytes + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length <= maximumBytes; length += read) {
    read = readSync(descriptor, buffer, length, buffer.length - length, null);
  }
  return sizeRefusal(length, maximumBytes) ?? Buffer.from(buffer.subarray(0, length));
}

function systemRefusal(error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") {
    return { code: "FILE_NOT_FOUND", message: "does not exist", suggestion: "check the path, or where the link leads" };
  }
  if (code === "EACCES" || code === "EPERM") {
    return {
      code: "FILE_UNREADABLE",
      message: "may not be read",
      found: code,
      suggestion: "give yourself the right to read it (chmod u+r)",
    };
  }
  return {
    code: "FILE_UNREADABLE",
    message: "cannot be read",
    found: code || String(error),
    suggestion: "check the file and the disk",
  };
}
