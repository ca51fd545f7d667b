import { deepEqual, equal, rejects } from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { Phase } from "../../model/plan/tenant-plan.ts";
import { type StackRelease, stackRelease } from "../../stacks/stack-release.ts";
import { keeping, kept, named, released } from "../support/declared.ts";
import { tenantPlan } from "../support/plans.ts";
import { synthesisedTenant } from "../support/synthesised-tenant.ts";

const configured = (configuration: Readonly<Record<string, string>>) => () => {
  pulumi.runtime.setAllConfig(configuration, []);
};
async function release(planned: Phase, configuration: Readonly<Record<string, string>> = {}): Promise<StackRelease> {
  let found: StackRelease | undefined;
  await synthesise(
    () => {
      configured(configuration)();
      found = stackRelease(planned);
      return {};
    },
    { stack: "test" },
  );
  if (found === undefined) throw new Error("the program did not run");
  return found;
}

describe("stackRelease", () => {
  it("keeps data in every phase of the plan but releasing", async () => {
    deepEqual(await release("active"), { releasing: false, retention: "kept" });
    deepEqual(await release("suspended"), { releasing: false, retention: "kept" });
    deepEqual(await release("releasing"), { releasing: true, retention: "released" });
  });

  it("releases data where the operation configured it, and gives it up only where it says so too", async () => {
    deepEqual(await release("active", { "tenantry:phase": "releasing" }), { releasing: true, retention: "released" });
    const discarded = { "tenantry:phase": "releasing", "tenantry:discard": "true" };
    deepEqual(await release("active", discarded), { releasing: true, retention: "discarded" });
  });

  it("refuses another phase, another word, and giving up data that is not released, with what to type", async () => {
    await rejects(
      release("active", { "tenantry:phase": "active" }),
      /"active"; it can be releasing\. Type: pulumi config rm tenantry:phase/,
    );
    await rejects(release("active", { "tenantry:discard": "yes" }), /"yes"; it can be true or false/);
    await rejects(
      release("active", { "tenantry:discard": "true" }),
      /not releasing keeps\. Type: pulumi config rm tenantry:discard/,
    );
  });

  it("takes protections off a tenant's stack, and its login with them", async () => {
    const plan = tenantPlan("acme-corp");
    const key = async (before?: () => void) => {
      const { resources } = await synthesisedTenant(plan, undefined, before);
      equal(named(resources, "acme-corp-data-schema-role").inputs["login"], before === undefined);
      return keeping(named(resources, "acme-corp-key", "Key"));
    };
    deepEqual(await key(), kept);
    deepEqual(await key(configured({ "tenantry:phase": "releasing" })), released);
  });
});
