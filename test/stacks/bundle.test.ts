import { equal } from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePath, fingerprint, freshBundle, manifestPath, manifestVersion } from "../../stacks/bundle.mjs";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("freshBundle", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const source = (): string => join(folder.path, "source.ts");
  const record = (version = manifestVersion): void =>
    writeFileSync(
      join(folder.path, manifestPath("program")),
      JSON.stringify({
        manifestVersion: version,
        files: [fingerprint("source.ts", folder.path)],
        folders: [{ path: ".", names: ["source.ts"] }],
      }),
    );

  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(join(folder.path, "dist"));
    writeFileSync(source(), "export const one = 1;");
    record();
  });

  afterEach(() => folder.remove());

  it("is the bundle while its sources are as they were", () => {
    equal(freshBundle("program", folder.path), join(folder.path, bundlePath("program")));
  });

  it("is the bundle after a copy that changed times and no content", () => {
    writeFileSync(`${source()}.copy`, "export const one = 1;");
    renameSync(`${source()}.copy`, source());
    equal(freshBundle("program", folder.path), join(folder.path, bundlePath("program")));
  });

  it("is none after an edit that keeps the size", () => {
    writeFileSync(source(), "export const one = 2;");
    equal(freshBundle("program", folder.path), undefined);
  });

  it("is none after an edit that changes the size", () => {
    writeFileSync(source(), "export const one = 12;");
    equal(freshBundle("program", folder.path), undefined);
  });

  it("is none where a file came into a folder that is loaded as a whole", () => {
    writeFileSync(join(folder.path, "more.ts"), "");
    equal(freshBundle("program", folder.path), undefined);
  });

  it("is none where a source is gone", () => {
    rmSync(source());
    equal(freshBundle("program", folder.path), undefined);
  });

  it("is none before the first bundle, and for a manifest that a killed run left half written", () => {
    writeFileSync(join(folder.path, manifestPath("program")), '{"manifestVersion":1,"fil');
    equal(freshBundle("program", folder.path), undefined);
    rmSync(join(folder.path, manifestPath("program")));
    equal(freshBundle("program", folder.path), undefined);
  });

  it("is none where the bundle was made in another way", () => {
    record(manifestVersion + 1);
    equal(freshBundle("program", folder.path), undefined);
  });
});
