import { deepEqual, equal } from "node:assert/strict";
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
      if (Sid === "Models" || arns.every((arn) => arn.split(":")[3] === "us-east-1")) continue;
      deepEqual(Condition, inRegions, Sid);
    }
  });

  it("R-AI-1 R-CMP-4 lets a call of a model be answered in the residency's Regions, and in no other", async () => {
    const models = (await document()).Statement.find(({ Sid }) => Sid === "Models");
    deepEqual(models?.Condition, {
      StringEquals: { "aws:RequestedRegion": ["us-east-1", "us-east-2", "us-west-1", "us-west-2"] },
    });
  });

  it("R-SEC-4 knows data services alone: no identity, network or compute can be touched", async () => {
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
    ]);
  });
});
