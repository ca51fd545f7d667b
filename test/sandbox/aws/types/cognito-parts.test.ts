import { equal, rejects } from "node:assert/strict";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { awsWorld } from "../../../support/aws-world.ts";

const pool = "aws:cognito/userPool:UserPool";
const group = "aws:cognito/userGroup:UserGroup";
const domain = "aws:cognito/userPoolDomain:UserPoolDomain";
const risk = "aws:cognito/riskConfiguration:RiskConfiguration";
const delivery = "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration";

describe("what hangs on a user pool of the embedded account", () => {
  let aws: AwsClient;
  beforeEach(async () => {
    aws = await awsClient(awsWorld());
  });
  const made = async (more = {}) => await aws.create(pool, { name: "one", ...more });

  it("R-SEC-2 has threat protection in the plan Plus alone, and risk settings only with it", async () => {
    const enforced = { advancedSecurityMode: "ENFORCED" };
    await takesEach(aws, pool, { name: "one", userPoolTier: "PLUS" }, "userPoolAddOns", [enforced]);
    await refusesEach(aws, pool, { name: "one" }, [
      ["userPoolAddOns", enforced, /a feature of the Plus plan, and the pool's is ESSENTIALS/],
    ]);
    const actions = { compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } } };
    const without = await made();
    await rejects(
      aws.create(risk, { userPoolId: without.id, ...actions }),
      /UserPoolAddOnNotEnabledException: Advanced security is not enabled/,
    );
    const plus = await made({ name: "two", userPoolTier: "PLUS", userPoolAddOns: enforced });
    equal((await aws.create(risk, { userPoolId: plus.id, ...actions })).id, plus.id);
    await refusesEach(aws, risk, { userPoolId: plus.id, ...actions }, [
      ["compromisedCredentialsRiskConfiguration", undefined, /one of accountTakeoverRiskConfiguration/],
      [
        "accountTakeoverRiskConfiguration",
        { actions: { highAction: { eventAction: "BLOCK", notify: true } } },
        /NotifyConfiguration is required/,
      ],
    ]);
  });

  it("R-SEC-5 exports sign-ins in the plan Plus alone, at their level and to a log group that exists", async () => {
    const security = await aws.create("aws:cloudwatch/logGroup:LogGroup", { name: "/security" });
    const log = (eventSource: string, logLevel: string, logGroupArn: unknown = security.outputs["arn"]) => ({
      eventSource,
      logLevel,
      cloudWatchLogsConfiguration: { logGroupArn },
    });
    const plus = await made({ userPoolTier: "PLUS" });
    const signIns = log("userAuthEvents", "INFO");
    const good = { userPoolId: plus.id, logConfigurations: [signIns] };
    await aws.create(delivery, good);
    const plain = await made({ name: "two" });
    await rejects(aws.create(delivery, { ...good, userPoolId: plain.id }), /a feature of the Plus plan/);
    await aws.create(delivery, { userPoolId: plain.id, logConfigurations: [log("userNotification", "ERROR")] });
    const none = log("userAuthEvents", "INFO", "arn:aws:logs:eu-central-1:111122223333:log-group:/none");
    await rejects(aws.create(delivery, { ...good, logConfigurations: [none] }), /log-group:\/none does not exist/);
    await refusesEach(aws, delivery, good, [
      ["logConfigurations", [log("userAuthEvents", "ERROR")], /userNotification is logged at ERROR/],
      ["logConfigurations", [{ eventSource: "userAuthEvents", logLevel: "INFO" }], /exactly one of/],
      ["logConfigurations", [signIns, signIns], /has one log configuration/],
    ]);
  });

  it("refuses a domain that is reserved, taken or a pool's second one", async () => {
    const { id } = await made();
    await refusesEach(aws, domain, { userPoolId: id, domain: "t-1" }, [
      ["domain", "my-aws-domain", /reserved word/],
      ["domain", "A", /match/],
      ["managedLoginVersion", 3, /to be 1 or 2/],
    ]);
    await aws.create(domain, { userPoolId: id, domain: "t-1" });
    await rejects(aws.create(domain, { userPoolId: id, domain: "t-2" }), /already has a domain/);
    const other = await made({ name: "two" });
    await rejects(aws.create(domain, { userPoolId: other.id, domain: "t-1" }), /already associated/);
    await refusesEach(aws, group, { userPoolId: id, name: "admin" }, [["name", "a b", /no space/]]);
  });
});
