import { deepEqual, ok } from "node:assert/strict";
import { accessTable } from "../../../fleet/access/actions/index.ts";
import { synthFleet } from "../../../fleet/synth/fleet.ts";

const root = new URL("../../..", import.meta.url).pathname;
const stacks = ["cell-us-1", "cell-us-1-platform", "cell-umbra-1", "cell-umbra-1-platform"];
const tenants = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

describe("the deploying role's access", () => {
  it("R-SEC-4 lists every AWS type that the sample stacks declare", async () => {
    const declared = new Set<string>();
    for await (const synthesis of synthFleet([...stacks, ...tenants], root)) {
      ok(synthesis.kind === "synthesised", "every sample stack can be synthesised");
      for (const { type } of synthesis.stack.resources) declared.add(type);
    }
    const aws = [...declared].filter((type) => type.startsWith("aws:"));
    ok(aws.length > 20);
    deepEqual(
      aws.filter((type) => !accessTable[type]),
      [],
    );
  }).timeout(60_000);
});
