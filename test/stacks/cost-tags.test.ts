import { deepEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { synthStack } from "../../fleet/synth/fleet.ts";
import { derivedResources } from "../../sandbox/aws/derived-types.ts";
import { sampleStacks } from "../support/sample-fleet.ts";

const root = join(import.meta.dirname, "../..");
/** Tags that a bill is told apart by, on everything and beside them on what a tenant owns. */
const always = ["cost-allocation", "environment", "fleet", "managed-by"];
const ofTenants = [...always, "cell", "isolation", "tenant", "tier"];

const isTaggable = (type: string) => Object.hasOwn(derivedResources()[type]?.inputs ?? {}, "tags");

describe("cost-allocation tags", () => {
  for (const { stack } of sampleStacks) {
    it(`R-INF-9 R-BIL-3 are on every resource of ${stack} whose type knows tags`, async () => {
      const wanted = stack.startsWith("cell-") || stack === "control-plane" ? always : ofTenants;
      const { resources } = await synthStack(stack, root);
      const aws = resources.filter(({ type }) => type.startsWith("aws:"));
      ok(stack.endsWith("-platform") || aws.some(({ type }) => isTaggable(type)));
      const untagged = aws
        .filter(({ type }) => isTaggable(type))
        .filter(({ inputs }) => wanted.some((key) => !Object.hasOwn((inputs["tags"] as object | undefined) ?? {}, key)))
        .map(({ type, name }) => `${type} ${name}`);
      deepEqual(untagged, []);
    });
  }
});
