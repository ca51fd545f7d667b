import { deepEqual, equal, match } from "node:assert/strict";
import { SupportRole } from "../../../components/identity/support-role.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, namePrefix } = cellPlan("us-1");
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
interface Policy {
  readonly Statement: readonly { Sid: string; Effect: string; Action: string | string[]; Condition?: object }[];
}
const statementsOf = (text: unknown) => (JSON.parse(String(text)) as Policy).Statement;

describe("SupportRole", () => {
  it("R-SEC-10 is one role of the planned name, with one policy", async () => {
    const all = await support();
    deepEqual(shortNames(all), ["Role support", "RolePolicy support-policy"]);
    equal(named(all, "support").inputs["name"], "acme-support");
  });

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
    const { inputs } = named(await support(), "support-policy");
    const allowed = statementsOf(inputs["policy"]).filter(({ Effect }) => Effect === "Allow");
    deepEqual(
      allowed.map(({ Sid }) => Sid),
      ["Logs", "State", "Users"],
    );
    for (const one of allowed) equal(JSON.stringify(one).includes(tag), true, one.Sid);
  });
});
