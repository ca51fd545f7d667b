import { deepEqual, equal, match, ok } from "node:assert/strict";
import { renderResidency } from "../../../cli/report/residency.ts";
import { holdingsOf, proveResidency, type ResidencyOutcome } from "../../../fleet/residency/prove-residency.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";

async function outcomes(root: string): Promise<readonly ResidencyOutcome[]> {
  const found: ResidencyOutcome[] = [];
  for await (const outcome of proveResidency(root)) found.push(outcome);
  return found;
}

describe("the proof of residency", () => {
  it("R-CMP-4 holds for every committed tenant and its cell, recovery Regions included", async () => {
    const all = await outcomes(new URL("../../..", import.meta.url).pathname);
    deepEqual(
      all.map((outcome) => outcome.kind === "judged" && [outcome.proof.tenant, outcome.proof.isProved]),
      ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"].map((tenant) => [tenant, true]),
    );
    const [northwind] = all.flatMap((one) =>
      one.kind === "judged" && one.proof.tenant === "northwind-freight" ? [one.proof] : [],
    );
    deepEqual(
      northwind?.holdings.map(({ stack, region }) => [stack, region]),
      [
        ["northwind-freight", "us-east-1"],
        ["northwind-freight", "us-west-2"],
        ["cell-us-1", "us-east-1"],
      ],
    );
    ok(Object.keys(northwind?.holdings[1]?.types ?? {}).includes("aws:backup/vault:Vault"));
  }).timeout(60_000);

  it("R-CMP-4 fails for what is elsewhere, and names it", () => {
    const [inside, outside] = holdingsOf(
      "acme-corp",
      [
        { urn: "urn:a", type: "aws:s3/bucket:Bucket", region: "eu-west-1" },
        { urn: "urn:b", type: "aws:s3/bucket:Bucket", region: "us-east-1" },
      ],
      "eu",
    );
    deepEqual([inside?.isInside, outside?.isInside], [true, false]);
    const holdings = [inside, outside].filter((one) => one !== undefined);
    const proof = {
      tenant: "acme-corp\u202e",
      residency: "eu",
      allowed: ["eu-west-1"],
      cell: "cell-eu-1",
      holdings,
      isProved: false,
    };
    const text = renderResidency([{ kind: "judged", proof }]);
    match(text, /^0 of 1 tenant proved[\s\S]*acme-corp\\u202e: OUTSIDE eu[\s\S]*us-east-1: urn:b/);
  });

  it("R-CMP-4 does not call a tenant proved that cannot be synthesised", async () => {
    const folder = new FleetFolder();
    try {
      folder.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 501");
      const failed = (await outcomes(folder.root)).filter(({ kind }) => kind === "failed");
      equal(failed.length, 1);
      match(renderResidency(failed), /acme-corp: NOT PROVED, since it could not be synthesised/);
    } finally {
      folder.remove();
    }
  }).timeout(60_000);
});
