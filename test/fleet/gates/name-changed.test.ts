import assert from "node:assert/strict";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { changed, foundBy, withInputs } from "../../support/gates/changed-stack.ts";

const root = `${import.meta.dirname}/../../..`;
const name = "acme-corp-logs-application";

/** Each with the part of its URN changed that the engine knows it by. */
const moves: Readonly<Record<string, (one: SynthesisedResource) => Partial<SynthesisedResource>>> = {
  "logical name": ({ urn }) => ({ name: "other", urn: urn.replace(/::[^:]+$/, "::other") }),
  parent: ({ urn }) => ({
    parent: "urn:pulumi:acme-corp::tenantry::tenantry:components:Tenant::acme-corp",
    urn: urn.replace("$tenantry:components:TenantLogs", ""),
  }),
  type: ({ urn }) => ({
    type: "aws:cloudwatch/logStream:LogStream",
    urn: urn.replace("logGroup:LogGroup", "logStream:LogStream"),
  }),
};

describe("the gate over names", () => {
  let pool: SynthesisedStack;
  before(async () => {
    pool = await synthStack("acme-corp", root);
  });

  for (const [part, move] of Object.entries(moves)) {
    it(`R-LC-2 finds another ${part} without an alias, and none with one`, () => {
      const moved = (aliases: readonly string[]): SynthesisedStack =>
        changed(pool, name, (one) => ({ ...one, ...move(one), options: { ...one.options, aliases } }));
      const found = foundBy("name-changed", pool, moved([]));
      assert.match(
        found.join(),
        new RegExp(`^${name} ${part}: aws:cloudwatch/logGroup:LogGroup has another ${part} and no alias`),
      );
      const urn = pool.resources.find((one) => one.name === name)?.urn;
      assert.deepEqual(foundBy("name-changed", pool, moved([urn ?? ""])), []);
    });
  }

  it("R-LC-2 finds another name in the cloud, and nothing where nothing changed", () => {
    const found = foundBy("name-changed", pool, withInputs(pool, name, { name: "/other" }));
    assert.match(found.join(), new RegExp(`^${name} name: aws:cloudwatch/logGroup:LogGroup would be called "/other"`));
    assert.deepEqual(foundBy("name-changed", pool, pool), []);
  });
});
