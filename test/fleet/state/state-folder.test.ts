import { deepEqual, equal, throws } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { StateError } from "../../../fleet/state/state-error.ts";
import { openStateFolder } from "../../../fleet/state/state-folder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const resources = [{ urn: "urn:pulumi:acme::tenantry::a:b:C::acme", type: "a:b:C" }];
const exported = JSON.stringify({ version: 3, deployment: { resources } });

describe("the folder that --state names (R-USE-2)", () => {
  let folder: string;
  let remove: () => void;
  beforeEach(() => ({ path: folder, remove } = temporaryFolder()));
  afterEach(() => remove());
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  for (const path of [
    ".pulumi/stacks/tenantry/acme.json",
    ".pulumi/stacks/tenantry/acme.json.gz",
    "stacks/tenantry/acme.json",
    "acme.json",
  ]) {
    it(`finds a stack at ${path}, by path and by URL`, () => {
      write(path, path.endsWith(".gz") ? gzipSync(exported) : exported);
      for (const location of [folder, pathToFileURL(folder).href]) {
        equal(openStateFolder(location).read("acme").kind, "read");
        equal(openStateFolder(location).read("umbra").kind, "absent");
      }
    });
  }

  it("refuses another backend's URL and says how to export", () => {
    for (const location of ["s3://bucket/state", "https://api.pulumi.example", "azblob://state", "gs://state"]) {
      throws(
        () => openStateFolder(location),
        (error) => error instanceof StateError && error.message.includes("pulumi stack export --stack <stack>"),
      );
    }
  });

  it("refuses what is not there, a file, and a file:// URL that is no whole path", () => {
    write("file", "");
    for (const [location, words] of [
      [join(folder, "nowhere"), "is not there"],
      [join(folder, "file"), "is no folder"],
      ["file://~/state", "is no path on this machine"],
    ] as const) {
      throws(
        () => openStateFolder(location),
        (error) => error instanceof StateError && error.message.includes(words),
      );
    }
  });

  it("says that a record is a folder", () => {
    mkdirSync(join(folder, "acme.json"));
    deepEqual(openStateFolder(folder).read("acme"), {
      kind: "refused",
      reason: `${join(folder, "acme.json")} is a folder`,
    });
  });
});
