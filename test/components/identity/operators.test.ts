import { deepEqual, equal, match } from "node:assert/strict";
import { BreakGlass } from "../../../components/identity/break-glass.ts";
import { SupportRole } from "../../../components/identity/support-role.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, namePrefix, breakGlass } = cellPlan("us-1");
const namespace = "tenant-t7k3m9qd";
const tag = "$" + "{aws:PrincipalTag/kubernetes-namespace}";
const window = { from: "2026-11-24T09:00:00Z", until: "2026-11-24T12:00:00Z" };

const support = () =>
  declared(
    () =>
      new SupportRole("support", {
        plan: {
          roleName: "acme-support",
          operatorAccountId: "999988887777",
          ...window,
          reason: "invoices are missing",
        },
        cell,
        namespace,
        namePrefix,
      }),
  );
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
  readonly Statement: readonly { Sid: string; Effect: string; Action: string | string[]; Condition?: object }[];
}
const statementsOf = (text: unknown) => (JSON.parse(String(text)) as Policy).Statement;

describe("operators' access", () => {
  it("R-SEC-10 takes a second factor of the last quarter of an hour, a name and one tenant, inside the window", async () => {
    const role = named(await support(), "support");
    const { Principal, Action, Condition } = statement(role, "Operators", "assumeRolePolicy");
    deepEqual(Principal, { AWS: "arn:aws:iam::999988887777:root" });
    deepEqual(Action, ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]);
    deepEqual(Condition, {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": "900" },
      StringLike: { "sts:SourceIdentity": "?*", "aws:RequestTag/kubernetes-namespace": namespace },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["kubernetes-namespace"] },
      DateGreaterThan: { "aws:CurrentTime": window.from },
      DateLessThan: { "aws:CurrentTime": window.until },
    });
    equal(role.inputs["maxSessionDuration"], 3600);
  });

  it("R-SEC-10 ends support with the window, even in a session that lasts longer", async () => {
    const { Sid: _sid, ...over } = statement(named(await support(), "support-policy"), "Over");
    deepEqual(over, {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { DateGreaterThanEquals: { "aws:CurrentTime": window.until } },
    });
  });

  it("R-SEC-10 lets support look, and read no object, row or secret of the tenant", async () => {
    const actions = statementsOf(named(await support(), "support-policy").inputs["policy"])
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Action }) => [Action].flat());
    for (const action of actions) match(action, /:(Describe|Filter|Get|List|Admin(Get|List)|StartQuery)/);
    deepEqual(
      actions.filter((action) => /^s3:|GetSecretValue|rds-db:|kms:Decrypt/.test(action)),
      [],
    );
  });

  it("R-SEC-4 R-SEC-10 reaches one tenant alone: by the session's tag in each name, or in each resource's tag", async () => {
    const policies = [named(await support(), "support-policy"), named(await emergency(), "glass-policy")];
    for (const { inputs } of policies) {
      for (const one of statementsOf(inputs["policy"]).filter(({ Effect }) => Effect === "Allow")) {
        equal(JSON.stringify(one).includes(tag), true, one.Sid);
      }
    }
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
