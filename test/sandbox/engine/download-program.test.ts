import assert from "node:assert/strict";
import { checksumIn } from "../../../sandbox/engine/download-program.ts";

const sha256 = "a".repeat(64);
const sha512 = "B".repeat(128);

describe("checksumIn", () => {
  for (const [form, list, algorithm, expected] of [
    ["a list of checksums", `${"c".repeat(64)}  other.tar.gz\n${sha256}  tool.tar.gz\n`, "sha256", sha256],
    ["a list of binary files", `${sha256} *tool.tar.gz\n`, "sha256", sha256],
    ["the checksum alone", `${sha256}\n`, "sha256", sha256],
    [
      "an index in YAML",
      `releases:\n  v1:\n    other.tar.gz:\n      hash: ${"d".repeat(128)}\n    tool.tar.gz:\n      hash: ${sha512}\n`,
      "sha512",
      sha512.toLowerCase(),
    ],
    ["a list without the file", `${sha256}  tool.tar.gz.asc\n`, "sha256", undefined],
    ["a list by another algorithm", `${sha512}  tool.tar.gz\n`, "sha256", undefined],
    ["a page of HTML", "<html>404</html>", "sha256", undefined],
  ] as const) {
    it(`reads ${form}`, () => assert.equal(checksumIn(list, "tool.tar.gz", algorithm), expected));
  }
});
