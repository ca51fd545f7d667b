import { deepEqual } from "node:assert/strict";
import { CellChannels } from "../../../components/identity/cell-channels.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { users, cell } = cellPlan("us-1");
const resources = () => declared(() => new CellChannels("channels", { plan: users, cell }));

describe("CellChannels", () => {
  it("R-SEC-2 sends text messages by a role and mail by a domain", async () => {
    const all = await resources();
    deepEqual(shortNames(all), ["EmailIdentity channels-mail", "Role channels-sms", "RolePolicy channels-sms-policy"]);
    deepEqual(named(all, "channels-mail").inputs["emailIdentity"], "app.example");
  });

  it("R-SEC-4 trusts user pools of its account and Region that show its external id, and no others", async () => {
    const { Principal, Condition } = statement(
      named(await resources(), "channels-sms"),
      "UserPools",
      "assumeRolePolicy",
    );
    deepEqual(Principal, { Service: "cognito-idp.amazonaws.com" });
    deepEqual(Condition, {
      StringEquals: { "sts:ExternalId": "tenantry-sandbox-cell-us-1-sms", "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:cognito-idp:us-east-1:111122223333:userpool/*" },
    });
  });

  it("R-SEC-4 publishes to telephones, and to no topic", async () => {
    const policy = named(await resources(), "channels-sms-policy");
    const { Sid: _sid, ...denied } = statement(policy, "NoTopics");
    deepEqual(denied, { Effect: "Deny", Action: "sns:Publish", Resource: "arn:aws:sns:*:*:*" });
    deepEqual(statement(policy, "TextMessages").Action, "sns:Publish");
  });
});
