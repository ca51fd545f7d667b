import { deepEqual, equal, ok } from "node:assert/strict";
import { SecretValue } from "../../fleet/synth/secret-value.ts";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import { cellPlatformStack } from "../../stacks/cell-platform-stack.ts";
import { cellOutputs } from "../support/cell-outputs.ts";
import { named } from "../support/declared.ts";
import { cellPlan } from "../support/plans.ts";

const platform = () =>
  synthesise(() => cellPlatformStack(cellPlan("us-1")), {
    stack: "cell-us-1-platform",
    references: () => Promise.resolve(cellOutputs),
  });

describe("cellPlatformStack", () => {
  it("R-SEC-9 logs in as the server's master with RDS' own password, which stays a secret", async () => {
    const { inputs } = named((await platform()).resources, "master");
    deepEqual(
      [inputs["username"], inputs["superuser"], inputs["sslmode"]],
      ["platform_master", "false", "verify-full"],
    );
    ok(inputs["password"] instanceof SecretValue);
  });

  it("declares roles and guard rails, and hands out nothing secret", async () => {
    const { resources, outputs } = await platform();
    const components = resources
      .filter(({ type }) => type.startsWith("tenantry:"))
      .map(({ type }) => type.split(":").at(-1));
    deepEqual(components.toSorted(), ["CellDatabaseRoles", "GuardRails", "TenantAccess"]);
    deepEqual(outputs, { cell: "us-1", provisionerRole: "platform_provisioner" });
    equal(JSON.stringify(outputs).includes("password"), false);
  });
});
