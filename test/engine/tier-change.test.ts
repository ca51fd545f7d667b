import { deepEqual, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { isUnchanged } from "../../automation/engine/stack-operation.ts";
import { synthFleet } from "../../fleet/synth/fleet.ts";
import { SecretValue, type SynthesisedStack } from "../../fleet/synth/index.ts";
import { type TestEngine, testEngine } from "../support/engine.ts";
import { sampleFleetUp } from "../support/sample-fleet.ts";

const tenants = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

/** A resource as text, its secrets opened: the provider takes every hosted configuration for one. */
const revealed = (resource: unknown): string =>
  inspect(resource, { depth: null, customInspect: false, maxStringLength: null }).concat(
    ...secretsIn(resource).map((secret) => JSON.stringify(secret.reveal())),
  );

function secretsIn(value: unknown): readonly SecretValue[] {
  if (value instanceof SecretValue) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

describe("a changed number in a tier", function () {
  this.timeout(600_000);
  let engine: TestEngine;
  let tierFile: string;
  let committed: string;

  const declaredNow = async (): Promise<ReadonlyMap<string, SynthesisedStack>> => {
    const stacks = new Map<string, SynthesisedStack>();
    for await (const synthesis of synthFleet(tenants, engine.fleetFolder)) {
      ok(synthesis.kind === "synthesised");
      stacks.set(synthesis.stack.stack, synthesis.stack);
    }
    return stacks;
  };

  before(async () => {
    engine = await testEngine();
    await sampleFleetUp();
    tierFile = join(engine.fleetFolder, "tiers/free.yaml");
    committed = readFileSync(tierFile, "utf8");
  });

  afterEach(() => writeFileSync(tierFile, committed));

  it("R-TIER-4 changes exactly the tenants of that tier, and exactly what is derived from it", async () => {
    const before = await declaredNow();
    const changed = committed.replace("api_requests_per_hour: 100", "api_requests_per_hour: 120");
    ok(changed !== committed);
    writeFileSync(tierFile, changed);
    const now = await declaredNow();
    const different = tenants.flatMap((tenant) => {
      const [one, other] = [before.get(tenant), now.get(tenant)];
      ok(one && other);
      const urns = other.resources
        .filter((resource, index) => revealed(resource) !== revealed(one.resources[index]))
        .map(({ name }) => name);
      return urns.map((name) => [tenant, name]);
    });
    deepEqual(different, [["blue-kite", "blue-kite-configuration-version"]]);
  });

  it("R-TIER-4 shows in the engine's preview as a new version of that tier's tenant's document, and nothing for another's", async () => {
    writeFileSync(tierFile, committed.replace("api_requests_per_hour: 100", "api_requests_per_hour: 120"));
    const own = await engine.preview("blue-kite");
    deepEqual(
      own.steps
        .map(({ operation, urn }) => [operation, urn.split("::").at(-1)])
        .filter(([operation]) => operation !== "read"),
      [
        ["create-replacement", "blue-kite-configuration-version"],
        ["replace", "blue-kite-configuration-version"],
        ["create-replacement", "blue-kite-configuration-deployment"],
        ["replace", "blue-kite-configuration-deployment"],
        ["delete-replaced", "blue-kite-configuration-deployment"],
        ["delete-replaced", "blue-kite-configuration-version"],
      ],
    );
    deepEqual(isUnchanged((await engine.preview("acme-corp")).changes), true);
  });
});
