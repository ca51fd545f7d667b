import { deepEqual, equal, match } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { planFailure } from "../../../fleet/plan/failure-words.ts";
import { recordedComparison } from "../../../fleet/state/recorded-comparison.ts";
import { openStateFolder } from "../../../fleet/state/state-folder.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const exported = (stack: string): string =>
  JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        {
          urn: `urn:pulumi:${stack}::tenantry::aws:s3/bucket:Bucket::${stack}`,
          type: "aws:s3/bucket:Bucket",
          custom: true,
          inputs: { bucket: stack },
        },
      ],
    },
  });

describe("a fleet's files beside recorded state (R-USE-2)", function () {
  this.timeout(60_000);
  let folder: string;
  let remove: () => void;
  let fleet: FleetFolder;
  beforeEach(() => {
    ({ path: folder, remove } = temporaryFolder());
    fleet = new FleetFolder();
  });
  afterEach(() => {
    fleet.remove();
    remove();
  });
  const compared = () => recordedComparison(openStateFolder(folder), fleet.root);

  it("has the tenants on record as its base, those with a file as its head, and cells' stacks as neither", () => {
    for (const stack of ["acme-corp", "long-gone", "cell-us-1", "control-plane"]) {
      writeFileSync(join(folder, `${stack}.json`), exported(stack));
    }
    const { base, head } = compared();
    deepEqual(base.tenantIds(), ["acme-corp", "long-gone"]);
    deepEqual(head.tenantIds(), ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]);
    deepEqual([base.commit, head.commit], ["recorded state", "files"]);
  });

  it("has what is on record of a tenant whose file is gone, and nothing of one that was never brought up", async () => {
    writeFileSync(join(folder, "long-gone.json"), exported("long-gone"));
    for await (const synthesis of compared().base.synthesise(["long-gone", "control-plane"])) {
      equal(synthesis.kind, "synthesised");
      if (synthesis.kind !== "synthesised") continue;
      equal(synthesis.stack.resources.length, synthesis.stack.stack === "long-gone" ? 1 : 0);
    }
  });

  it("says that the record is at fault where it cannot be read or the cell's is missing, and goes on", async () => {
    writeFileSync(join(folder, "blue-kite.json"), '{"version":');
    writeFileSync(join(folder, "acme-corp.json"), exported("acme-corp"));
    const failures: string[] = [];
    let others = 0;
    for await (const synthesis of compared().head.synthesise(["blue-kite", "acme-corp", "control-plane"])) {
      if (synthesis.kind === "synthesised") others += 1;
      else {
        const { side, message } = planFailure(synthesis.id, "head", synthesis.error);
        failures.push(`${side}: ${message}`);
      }
    }
    equal(others, 1);
    match(
      failures[0] ?? "",
      /^base: .*blue-kite\.json ends in the middle: it was cut off\. Write it anew: pulumi stack export --stack blue-kite --file blue-kite\.json$/,
    );
    match(
      failures[1] ?? "",
      /^base: a stack whose outputs are read, cell-us-1, is not on record in .* --file cell-us-1\.json$/,
    );
  });
});
