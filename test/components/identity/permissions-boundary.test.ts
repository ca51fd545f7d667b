import { deepEqual, equal, ok } from "node:assert/strict";
import { matchesGlob } from "node:path";
import { integrations } from "../../../catalog/integrations/index.ts";
import { PermissionsBoundary } from "../../../components/identity/permissions-boundary.ts";
import { declared, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell } = cellPlan("us-1");
interface Document {
  readonly Statement: readonly {
    Sid: string;
    Effect: string;
    Action: string | string[];
    Resource: string | string[];
    Condition: unknown;
  }[];
}
const document = async (): Promise<Document> => {
  const resources = await declared(
    () => new PermissionsBoundary("edge", { cell, namePrefix: "fleet", policyName: "edge" }),
  );
  return JSON.parse(String(named(resources, "edge").inputs["policy"])) as Document;
};

describe("PermissionsBoundary", () => {
  it("R-SEC-4 R-CMP-4 allows nothing outside the cell's Region and its recovery Region: by condition or by name", async () => {
    const inRegions = { StringEquals: { "aws:RequestedRegion": ["us-east-1", "us-west-2"] } };
    for (const { Sid, Effect, Condition, Resource } of (await document()).Statement) {
      equal(Effect, "Allow");
      const arns = [Resource].flat();
      if (Sid === "Models" || Sid === "TokensForClouds" || arns.every((arn) => arn.split(":")[3] === "us-east-1"))
        continue;
      deepEqual(Condition, inRegions, Sid);
    }
  });

  it("R-AI-1 R-CMP-4 lets a call of a model be answered in the residency's Regions, and in no other", async () => {
    const models = (await document()).Statement.find(({ Sid }) => Sid === "Models");
    deepEqual(models?.Condition, {
      StringEquals: { "aws:RequestedRegion": ["us-east-1", "us-east-2", "us-west-1", "us-west-2"] },
    });
  });

  it("R-INT-3 R-SEC-4 lets a role get tokens for the clouds that can be connected, and for nobody else", async () => {
    const tokens = (await document()).Statement.find(({ Sid }) => Sid === "TokensForClouds");
    const audiences = [
      "api://AzureADTokenExchange",
      "https://iam.googleapis.com/projects/*/locations/global/workloadIdentityPools/*/providers/*",
    ];
    equal(tokens?.Action, "sts:GetWebIdentityToken");
    deepEqual(tokens?.Condition, {
      StringEquals: { "aws:RequestedRegion": ["us-east-1", "us-west-2"] },
      "ForAllValues:StringLike": { "sts:IdentityTokenAudience": audiences },
      Null: { "sts:IdentityTokenAudience": "false" },
      NumericLessThanEquals: { "sts:DurationSeconds": "3600" },
    });
    const settings = {
      azure: { tenant_id: "00000000-0000-4000-8000-000000000001", client_id: "00000000-0000-4000-8000-000000000003" },
      gcp: {
        project_number: "123456789012",
        pool: "tenantry",
        provider: "aws-tokens",
        service_account: "reader@example-project.iam.gserviceaccount.com",
      },
    };
    for (const [id, given] of Object.entries(settings)) {
      const product = integrations.find(id);
      const connection = product?.connect(product.settings.parse(given));
      const asked = connection?.kind === "token_exchange" ? connection.audience : "";
      ok(
        audiences.some((pattern) => matchesGlob(asked, pattern)),
        `${id} asks for ${asked}`,
      );
    }
  });

  it("R-SEC-4 knows data services and tokens alone: no identity, network or compute can be touched", async () => {
    const services = (await document()).Statement.flatMap(({ Action }) => [Action].flat()).map(
      (action) => action.split(":")[0],
    );
    deepEqual([...new Set(services)].toSorted(), [
      "appconfig",
      "bedrock",
      "elasticache",
      "events",
      "kms",
      "logs",
      "rds-db",
      "s3",
      "secretsmanager",
      "sts",
    ]);
  });
});
