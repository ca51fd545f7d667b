import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../../sandbox/store/sqlite-store.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("openStore", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());
  const file = (): string => join(folder.path, "store.db");

  it("keeps rows by collection and key over a restart, and replaces and deletes them", () => {
    const store = openStore(file());
    store.set("buckets", "b", { name: "b", tags: { owner: "x" }, nothing: undefined });
    store.set("buckets", "a", { name: "a" });
    store.set("keys", "b", { enabled: true });
    store.set("buckets", "a", { name: "a", versions: [1, null] });
    store.close();
    const again = openStore(file());
    assert.deepEqual(again.get("buckets", "b"), { name: "b", tags: { owner: "x" } });
    assert.deepEqual(again.list("buckets"), [
      { key: "a", value: { name: "a", versions: [1, null] } },
      { key: "b", value: { name: "b", tags: { owner: "x" } } },
    ]);
    again.delete("buckets", "a");
    again.delete("buckets", "a");
    assert.equal(again.get("buckets", "a"), undefined);
    assert.deepEqual(again.get("keys", "b"), { enabled: true });
    assert.deepEqual(again.collections(), ["buckets", "keys"]);
    again.close();
  });

  it("takes keys as they are, quotes and all", () => {
    const store = openStore(file());
    store.set("a", "'; DROP TABLE things; --", { safe: true });
    assert.deepEqual(store.list("a"), [{ key: "'; DROP TABLE things; --", value: { safe: true } }]);
    assert.deepEqual(store.list("'; --"), []);
    store.close();
  });

  it("closes its file to other users", () => {
    openStore(file()).close();
    assert.equal(statSync(file()).mode & 0o777, 0o600);
  });

  it("refuses a file that is no database", () => {
    writeFileSync(file(), "x".repeat(4096));
    assert.throws(() => openStore(file()), /not a database/);
  });
});
