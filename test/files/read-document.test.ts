import { deepEqual, equal, ok } from "node:assert/strict";
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "../../files/read-document.ts";
import { outcome } from "../support/reading-outcome.ts";

describe("readDocument", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "tenantry-files-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const read = (name: string) => outcome(readDocument(join(root, name), { root }));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(root, name), content);

  it("reads a file and shows its name relative to the folder", () => {
    mkdirSync(join(root, "tenants"));
    write("tenants/a.yaml", "a: 1\n");
    const reading = readDocument(join(root, "tenants/a.yaml"), { root });
    ok(reading.kind === "read");
    equal(reading.document.file, "tenants/a.yaml");
  });

  it("R-TEN-2 refuses a file over 256 KiB, and reads one just below", () => {
    write("large.yaml", `a: ${"x".repeat(256 * 1024)}\n`);
    write("fits.yaml", `a: ${"x".repeat(256 * 1024 - 4)}\n`);
    deepEqual([read("large.yaml"), read("fits.yaml")], [["1:1 FILE_TOO_LARGE"], ["read"]]);
  });

  it("R-TEN-2 refuses a file of 10 MB by its size", () => {
    const descriptor = openSync(join(root, "huge.yaml"), "w");
    ftruncateSync(descriptor, 10_000_000);
    closeSync(descriptor);
    const reading = readDocument(join(root, "huge.yaml"), { root });
    ok(reading.kind === "refused");
    const [problem] = reading.problems;
    deepEqual([problem?.code, problem?.found, problem?.allowed], ["FILE_TOO_LARGE", "9,766 KiB", "at most 256 KiB"]);
  });

  it("R-TEN-2 refuses Latin-1 and says which byte, where", () => {
    write("latin.yaml", Buffer.from("a: 1\nname: M\xfcller\n", "latin1"));
    const reading = readDocument(join(root, "latin.yaml"), { root });
    ok(reading.kind === "refused");
    const [problem] = reading.problems;
    deepEqual([problem?.code, problem?.line, problem?.column, problem?.found], ["FILE_NOT_UTF8", 2, 8, "byte 0xfc"]);
  });

  it("R-TEN-2 refuses UTF-16, and UTF-8 with a byte order mark, by name", () => {
    write("wide.yaml", Buffer.from("\ufeffa: 1\n", "utf16le"));
    write("marked.yaml", "\ufeffa: 1\n");
    const found = ["wide.yaml", "marked.yaml"].map((name) => readDocument(join(root, name), { root }));
    deepEqual(
      found.map((reading) => reading.kind === "refused" && reading.problems[0]?.found),
      ["UTF-16, little-endian", "UTF-8 with a byte order mark"],
    );
  });

  it("R-TEN-2 refuses a folder named x.yaml", () => {
    mkdirSync(join(root, "x.yaml"));
    deepEqual(read("x.yaml"), ["1:1 FILE_IS_FOLDER"]);
  });

  it("R-TEN-2 refuses a symbolic link out of the folder, and follows one inside", () => {
    const outside = mkdtempSync(join(tmpdir(), "tenantry-outside-"));
    writeFileSync(join(outside, "secret.yaml"), "a: 1\n");
    symlinkSync(join(outside, "secret.yaml"), join(root, "out.yaml"));
    write("here.yaml", "a: 1\n");
    symlinkSync("here.yaml", join(root, "in.yaml"));
    deepEqual([read("out.yaml"), read("in.yaml")], [["1:1 FILE_LEAVES_FOLDER"], ["read"]]);
    rmSync(outside, { recursive: true });
  });

  it("refuses a link that leads nowhere, and a file that is not there", () => {
    symlinkSync("nowhere.yaml", join(root, "dangling.yaml"));
    deepEqual([read("dangling.yaml"), read("absent.yaml")], [["1:1 FILE_NOT_FOUND"], ["1:1 FILE_NOT_FOUND"]]);
  });

  it("refuses what may not be read", () => {
    write("closed.yaml", "a: 1\n");
    chmodSync(join(root, "closed.yaml"), 0o000);
    // Nothing is closed to root: there the file is read as any other.
    deepEqual(read("closed.yaml"), process.getuid?.() === 0 ? ["read"] : ["1:1 FILE_UNREADABLE"]);
  });
});
