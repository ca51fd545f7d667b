import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { type Synthesis, synthFleet, synthStack } from "../../../fleet/synth/fleet.ts";
import { ProblemsError } from "../../../model/problems.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";

const committed = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

describe("the synthesis of a fleet folder", () => {
  let folder: FleetFolder;

  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const all = async (ids: readonly string[]): Promise<readonly Synthesis[]> => {
    const found: Synthesis[] = [];
    for await (const synthesis of synthFleet(ids, folder.root)) found.push(synthesis);
    return found;
  };

  it("hands over every tenant in the order asked for, its cell answered by the cell's own program", async () => {
    const found = await all(committed);
    deepEqual(
      found.map((one) => (one.kind === "synthesised" ? one.stack.stack : one.error)),
      committed,
    );
    const cell = await synthStack("cell-us-1", folder.root);
    const [first] = found;
    ok(first?.kind === "synthesised");
    equal(first.stack.outputs["databaseHost"], cell.outputs["databaseHost"]);
    equal(first.stack.outputs["keyArn"], cell.outputs["keyArn"]);
  });

  it("goes on after a tenant whose file is wrong, and tells its problem with its place", async () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional ", "tier: profesional ");
    const found = await all(committed);
    deepEqual(
      found.map(({ kind }) => kind),
      ["synthesised", "failed", "synthesised", "synthesised"],
    );
    const failed = found[1];
    ok(failed?.kind === "failed" && failed.error instanceof ProblemsError);
    deepEqual(
      failed.error.problems.map(({ file, line, code }) => [file, line, code]),
      [["tenants/acme-corp.yaml", 7, "TENANT_TIER_UNKNOWN"]],
    );
  });

  it("is the same for one tenant alone as for the tenant among others", async () => {
    const among = (await all(committed)).find((one) => one.kind === "synthesised" && one.stack.stack === "acme-corp");
    ok(among?.kind === "synthesised");
    equal(JSON.stringify(await synthStack("acme-corp", folder.root)), JSON.stringify(among.stack));
  });

  it("sees an edit between two calls", async () => {
    const before = await synthStack("blue-kite", folder.root);
    folder.edit("tenants/blue-kite.yaml", "uid: b4h6x2wn", "uid: b4h6x2wp");
    const after = await synthStack("blue-kite", folder.root);
    match(JSON.stringify(before), /tenant-b4h6x2wn/);
    match(JSON.stringify(after), /tenant-b4h6x2wp/);
  });

  it("refuses a tenant that does not exist, and offers the ones that do", async () => {
    await rejects(synthStack("blue-kyte", folder.root), (error: unknown) => {
      ok(error instanceof ProblemsError);
      deepEqual(
        error.problems.map(({ code }) => code),
        ["TENANT_UNKNOWN"],
      );
      return true;
    });
  });

  it("predicts every output that the committed fleet reads", async () => {
    for (const stack of ["cell-us-1", "cell-us-1-platform", "cell-umbra-1", "cell-umbra-1-platform", ...committed]) {
      const synthesised = await synthStack(stack, folder.root);
      equal(JSON.stringify(synthesised).includes("[unpredicted"), false, stack);
    }
  });
});
