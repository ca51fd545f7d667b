import { deepEqual, equal, match } from "node:assert/strict";
import { BreakGlass } from "../../../components/identity/break-glass.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, namePrefix, breakGlass } = cellPlan("us-1");
const tag = "$" + "{aws:PrincipalTag/kubernetes-namespace}";
const ofTheTenant = { StringEquals: { "aws:ResourceTag/kubernetes-namespace": tag } };

const emergency = () =>
  declared(
    () =>
      new BreakGlass("glass", {
        plan: breakGlass,
        cell,
        namePrefix,
        kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/cell",
        trailLogGroupName: "/fleet/trail",
      }),
  );
interface Policy {
  readonly Statement: readonly { readonly Sid: string; readonly Effect: string; readonly Action: string | string[] }[];
}
const statementsOf = (text: unknown) => (JSON.parse(String(text)) as Policy).Statement;

describe("BreakGlass", () => {
  it("R-SEC-4 R-SEC-10 reaches one tenant alone: by the session's tag in each name, or in each resource's tag", async () => {
    const statements = statementsOf(named(await emergency(), "glass-policy").inputs["policy"]);
    deepEqual(
      statements.map(({ Sid, Effect }) => `${Effect} ${Sid}`),
      [
        "Allow Logs",
        "Allow State",
        "Allow Users",
        "Allow ShutOut",
        "Allow NewSecret",
        "Allow NewSecretKey",
        "Allow Restore",
      ],
    );
    for (const one of statements) equal(JSON.stringify(one).includes(tag), true, one.Sid);
  });

  it("R-SEC-10 saves a tenant in an emergency, and reads no object, row or secret of it, and deletes nothing", async () => {
    const policy = named(await emergency(), "glass-policy");
    const shutOut = statement(policy, "ShutOut");
    deepEqual(shutOut.Condition, ofTheTenant);
    equal([shutOut.Action].flat().includes("kms:DisableKey"), true);
    deepEqual(statement(policy, "Restore").Condition, ofTheTenant);
    deepEqual(
      statementsOf(policy.inputs["policy"])
        .flatMap(({ Action }) => [Action].flat())
        .filter((action) => /^s3:|GetSecretValue|rds-db:|:Delete|ScheduleKeyDeletion|\*/.test(action)),
      [],
    );
  });

  it("R-SEC-3 R-SEC-10 uses a key for nothing but a secret of the tenant", async () => {
    const secrets = `arn:aws:secretsmanager:us-east-1:111122223333:secret:${namePrefix}/${tag}/*`;
    const policy = named(await emergency(), "glass-policy");
    deepEqual(statement(policy, "NewSecret").Resource, secrets);
    deepEqual(statement(policy, "NewSecretKey").Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
      StringLike: { "kms:EncryptionContext:SecretARN": secrets },
    });
  });

  it("R-SEC-10 has emergency access open at any hour, for one tenant at a time, and tells of each use", async () => {
    const all = await emergency();
    deepEqual(shortNames(all), [
      "Role glass",
      "MetricAlarm glass-alarm",
      "RolePolicy glass-policy",
      "LogMetricFilter glass-sessions",
      "Topic glass-told",
      "TopicPolicy glass-told-policy",
      "TopicSubscription glass-told-subscription",
    ]);
    const { Condition } = statement(named(all, "glass"), "Operators", "assumeRolePolicy");
    deepEqual(Condition, {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": "900" },
      StringLike: { "sts:SourceIdentity": "?*", "aws:RequestTag/kubernetes-namespace": "tenant-*" },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["kubernetes-namespace"] },
    });
    equal(named(all, "glass-told-subscription").inputs["endpoint"], "security@example.com");
    const { pattern, logGroupName } = named(all, "glass-sessions").inputs;
    equal(logGroupName, "/fleet/trail");
    match(String(pattern), /AssumeRole.*role\/tenantry-sandbox-cell-us-1-break-glass/);
    const { alarmActions, threshold, treatMissingData } = named(all, "glass-alarm").inputs;
    deepEqual([threshold, treatMissingData], [0, "notBreaching"]);
    match(String(alarmActions), /break-glass/);
  });
});
