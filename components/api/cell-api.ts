import { Account } from "@pulumi/aws/apigateway/account.js";
import { RestApi } from "@pulumi/aws/apigateway/restApi.js";
import { Stage } from "@pulumi/aws/apigateway/stage.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellApiPlan } from "../../model/plan/api-plan.ts";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceRole } from "../identity/service-role.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { accessLogFormat } from "./access-log-format.ts";
import { apiRoutes } from "./api-routes.ts";
import { usagePlan } from "./usage-plan.ts";

export interface CellApiArgs {
  readonly plan: CellApiPlan;
  readonly cell: CellReference;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly retention: Retention;
}

/**
 * The gateway that callers of the cell's tenants come through: it knows each by its key, counts and throttles it, and
 * hands the request to the tenant's own host at the edge.
 *
 * Costs 3.50 USD for a million requests (https://aws.amazon.com/api-gateway/pricing/), nothing while nobody calls.
 * TLS 1.3, or 1.2 with forward secrecy, and hybrid post-quantum key exchange with clients that have it.
 */
export class CellApi extends pulumi.ComponentResource {
  readonly apiId: pulumi.Output<string>;
  readonly stageName: pulumi.Output<string>;
  readonly stageArn: pulumi.Output<string>;
  /** Pool tier → id. */
  readonly usagePlanIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: CellApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellApi", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };

    const api = new RestApi(
      name,
      {
        name: plan.apiName,
        endpointConfiguration: { types: "REGIONAL" },
        apiKeySource: "HEADER",
        policy: invocationOf(plan.stageName),
        securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
        endpointAccessMode: "STRICT",
      },
      parent,
    );
    const deployment = apiRoutes(`${name}-routes`, { plan, api }, parent);
    const stage = declareStage(name, args, { api, deploymentId: deployment.id }, parent);

    this.apiId = api.id;
    this.stageName = stage.stageName;
    this.stageArn = stage.arn;
    this.usagePlanIds = declarePlans(name, plan, { apiId: api.id, stageName: stage.stageName }, parent);
    this.registerOutputs({ apiId: this.apiId, stageName: this.stageName });
  }
}

/** Anybody may knock, at this stage alone; a key is asked for by the method, and the firewall stands before it. */
const invocationOf = (stageName: string): pulumi.Input<string> =>
  policyDocument([
    {
      Sid: "Stage",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "execute-api:Invoke",
      Resource: `execute-api:/${stageName}/*`,
    },
  ]);

interface Deployed {
  readonly api: RestApi;
  readonly deploymentId: pulumi.Input<string>;
}

function declareStage(
  name: string,
  { plan, cell, kmsKeyArn, retention }: CellApiArgs,
  { api, deploymentId }: Deployed,
  opts: pulumi.CustomResourceOptions,
): Stage {
  const log = new LogGroup(
    `${name}-access-logs`,
    { name: plan.accessLogGroupName, retentionInDays: plan.accessLogRetentionDays, kmsKeyId: kmsKeyArn },
    { ...opts, ...retainedAs(retention) },
  );
  const role = serviceRole(
    `${name}-log-role`,
    {
      cell,
      roleName: plan.logRoleName,
      service: "apigateway.amazonaws.com",
      policies: ["service-role/AmazonAPIGatewayPushToCloudWatchLogs"],
    },
    opts,
  );
  // One setting for the account in its Region, which the cell has to itself.
  const account = new Account(`${name}-account`, { cloudwatchRoleArn: role.arn }, opts);
  return new Stage(
    `${name}-stage`,
    {
      restApi: api.id,
      stageName: plan.stageName,
      deployment: deploymentId,
      accessLogSettings: { destinationArn: log.arn, format: accessLogFormat },
      xrayTracingEnabled: true,
    },
    { ...opts, dependsOn: account },
  );
}

function declarePlans(
  name: string,
  { usagePlans }: CellApiPlan,
  stage: { readonly apiId: pulumi.Input<string>; readonly stageName: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): Readonly<Record<string, pulumi.Output<string>>> {
  return Object.fromEntries(
    usagePlans.flatMap(({ tiers, plan }) => {
      const { id } = usagePlan(`${name}-plan-${tiers[0] ?? ""}`, plan, stage, opts);
      return tiers.map((tier) => [tier, id] as const);
    }),
  );
}
