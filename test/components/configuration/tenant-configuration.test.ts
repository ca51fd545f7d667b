import { deepEqual, equal } from "node:assert/strict";
import { TenantConfiguration } from "../../../components/configuration/tenant-configuration.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const tenant = () =>
  declared(
    () =>
      new TenantConfiguration("one", {
        plan: tenantPlan("acme-corp").configuration,
        cell: cellOutputs,
        kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/tenant",
        document: "{}",
      }),
  );

describe("TenantConfiguration", () => {
  it("R-APP-2 publishes one document under the tenant's key, held to its JSON Schema", async () => {
    const all = await tenant();
    deepEqual(shortNames(all), [
      "Environment one",
      "Deployment one-deployment",
      "ConfigurationProfile one-profile",
      "HostedConfigurationVersion one-version",
    ]);
    const { validators, locationUri, kmsKeyIdentifier, name } = named(all, "one-profile").inputs;
    const [validator] = validators as { type: string; content: string }[];
    deepEqual(
      [locationUri, kmsKeyIdentifier, name, validator?.type],
      ["hosted", "arn:aws:kms:us-east-1:111122223333:key/tenant", "tenant-t7k3m9qd", "JSON_SCHEMA"],
    );
    equal(named(all, "one-deployment").inputs["kmsKeyIdentifier"], kmsKeyIdentifier);
  });

  it("deploys to an environment of the tenant's own, so that no tenant waits for another's deployment", async () => {
    const { name, applicationId } = named(await tenant(), "one").inputs;
    deepEqual([name, applicationId], ["tenant-t7k3m9qd", cellOutputs.configurationApplicationId]);
  });
});
