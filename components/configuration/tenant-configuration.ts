import { ConfigurationProfile } from "@pulumi/aws/appconfig/configurationProfile.js";
import { Deployment } from "@pulumi/aws/appconfig/deployment.js";
import { Environment } from "@pulumi/aws/appconfig/environment.js";
import { HostedConfigurationVersion } from "@pulumi/aws/appconfig/hostedConfigurationVersion.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { ConfigurationPlan } from "../../model/plan/configuration-plan.ts";

export interface TenantConfigurationArgs {
  readonly plan: ConfigurationPlan;
  readonly cell: Pick<CellOutputs, "configurationApplicationId" | "configurationStrategyId">;
  /** The tenant's own key where it has one, else the cell's. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Document that the application reads; no secret in it. */
  readonly document: pulumi.Input<string>;
}

/**
 * The one document that tells a tenant's application what was sold to it and where its data is, published in AppConfig.
 *
 * A document that its JSON Schema does not describe is refused before it reaches anybody. Costs 0.0008 USD each time
 * that a pod receives a new version, and 0.0000002 USD each time that one asks
 * (https://aws.amazon.com/systems-manager/pricing/). It is declared, so nothing is lost with it.
 */
export class TenantConfiguration extends pulumi.ComponentResource {
  /** Done once the document is there to be read. */
  readonly published: pulumi.Resource;

  constructor(name: string, args: TenantConfigurationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantConfiguration", name, {}, opts);
    const { plan, cell, kmsKeyArn: kmsKeyIdentifier } = args;
    const parent = { parent: this };
    const of = { applicationId: cell.configurationApplicationId };

    const environment = new Environment(name, { ...of, name: plan.environmentName }, parent);
    const profile = new ConfigurationProfile(
      `${name}-profile`,
      {
        ...of,
        name: plan.profileName,
        locationUri: "hosted",
        kmsKeyIdentifier,
        validators: [{ type: "JSON_SCHEMA", content: plan.jsonSchema }],
      },
      parent,
    );
    const { configurationProfileId } = profile;
    const version = new HostedConfigurationVersion(
      `${name}-version`,
      { ...of, configurationProfileId, contentType: "application/json", content: args.document },
      parent,
    );
    this.published = new Deployment(
      `${name}-deployment`,
      {
        ...of,
        environmentId: environment.environmentId,
        configurationProfileId,
        configurationVersion: pulumi.interpolate`${version.versionNumber}`,
        deploymentStrategyId: cell.configurationStrategyId,
        kmsKeyIdentifier,
      },
      parent,
    );
    this.registerOutputs({});
  }
}
