import { Application } from "@pulumi/aws/appconfig/application.js";
import { DeploymentStrategy } from "@pulumi/aws/appconfig/deploymentStrategy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellConfigurationPlan } from "../../model/plan/configuration-plan.ts";

export interface CellConfigurationArgs {
  readonly plan: CellConfigurationPlan;
  readonly cellId: string;
}

/**
 * Where the tenants of a cell publish their configuration. Costs nothing until somebody reads.
 *
 * An account has room for 100 profiles and 20 environments in an application unless AWS raises that
 * (https://docs.aws.amazon.com/general/latest/gr/appconfig.html); a pool needs one of each for every tenant.
 */
export class CellConfiguration extends pulumi.ComponentResource {
  readonly applicationId: pulumi.Output<string>;
  readonly strategyId: pulumi.Output<string>;

  constructor(name: string, { plan, cellId }: CellConfigurationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellConfiguration", name, {}, opts);
    const parent = { parent: this };
    const application = new Application(
      name,
      { name: plan.applicationName, description: `Configuration of the tenants in the cell ${cellId}` },
      parent,
    );
    // One tenant's document has a handful of readers: a gradual change would only leave them in disagreement, and a
    // bake time would make the next change wait.
    const strategy = new DeploymentStrategy(
      `${name}-strategy`,
      {
        name: plan.strategyName,
        deploymentDurationInMinutes: 0,
        finalBakeTimeInMinutes: 0,
        growthFactor: 100,
        growthType: "LINEAR",
        replicateTo: "NONE",
      },
      parent,
    );
    this.applicationId = application.id;
    this.strategyId = strategy.id;
    this.registerOutputs({ applicationId: this.applicationId, strategyId: this.strategyId });
  }
}
