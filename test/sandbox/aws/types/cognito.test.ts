import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { listAwsResources } from "../../../../sandbox/aws/index.ts";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { trust } from "../../../support/aws-surroundings.ts";
import { type AwsWorld, awsWorld } from "../../../support/aws-world.ts";

const pool = "aws:cognito/userPool:UserPool";
const client = "aws:cognito/userPoolClient:UserPoolClient";
const group = "aws:cognito/userGroup:UserGroup";
const domain = "aws:cognito/userPoolDomain:UserPoolDomain";
const identity = "aws:sesv2/emailIdentity:EmailIdentity";

describe("Cognito of the embedded account", () => {
  let world: AwsWorld;
  let aws: AwsClient;
  beforeEach(async () => {
    world = awsWorld();
    aws = await awsClient(world);
  });
  const made = async (more = {}) => await aws.create(pool, { name: "one", ...more });

  it("gives a pool its id, ARN and endpoint in the Region, and a client an id and no secret unless asked", async () => {
    const { id, outputs } = await made();
    match(id, /^eu-central-1_[A-Z2-7]{9}$/);
    equal(outputs["arn"], `arn:aws:cognito-idp:eu-central-1:111122223333:userpool/${id}`);
    equal(outputs["endpoint"], `cognito-idp.eu-central-1.amazonaws.com/${id}`);
    const open = await aws.create(client, { userPoolId: id, name: "app" });
    match(open.id, /^[0-9a-f]{26}$/);
    equal(open.outputs["clientSecret"], "");
    const kept = await aws.create(client, { userPoolId: id, name: "server", generateSecret: true });
    match(String(kept.outputs["clientSecret"]), /^[0-9a-f]{51}$/);
  });

  it("R-SEC-1 takes passwords of 6 to 99 characters and a history of 24, and no other", async () => {
    const good = { name: "one" };
    const policies = [{ minimumLength: 6 }, { minimumLength: 99, passwordHistorySize: 24 }];
    await takesEach(aws, pool, good, "passwordPolicy", policies);
    await refusesEach(aws, pool, good, [
      ["passwordPolicy", { minimumLength: 5 }, /minimumLength to be in the range \(6 - 99\), got 5/],
      ["passwordPolicy", { minimumLength: 100 }, /got 100/],
      ["passwordPolicy", { passwordHistorySize: 25 }, /\(0 - 24\), got 25/],
      ["passwordPolicy", { temporaryPasswordValidityDays: 366 }, /\(0 - 365\)/],
      ["name", "a/b", /poolName must have 1 to 128/],
      ["mfaConfiguration", "ALWAYS", /one of \[OFF ON OPTIONAL\]/],
    ]);
    await refusesEach(aws, pool, { name: "one", userPoolTier: "LITE" }, [
      ["passwordPolicy", { passwordHistorySize: 1 }, /feature of the Essentials and Plus plans/],
    ]);
  });

  it("R-SEC-2 refuses second factors that cannot be asked for, and takes those that can", async () => {
    const mail = { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:eu-central-1:1:identity/app.example" };
    const good = {
      name: "one",
      mfaConfiguration: "ON",
      softwareTokenMfaConfiguration: { enabled: true },
      emailConfiguration: mail,
      emailMfaConfiguration: {},
    };
    await refusesEach(aws, pool, good, [
      ["emailConfiguration", undefined, /needs an emailConfiguration of DEVELOPER/],
      ["userPoolTier", "LITE", /features of the Essentials and Plus plans/],
      [
        "accountRecoverySetting",
        { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
        /cannot be verified_email alone when email MFA/,
      ],
      ["signInPolicy", { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] }, /not available while MFA is required/],
      ["signInPolicy", { allowedFirstAuthFactors: ["PALM"] }, /to be one of \[EMAIL_OTP PASSWORD/],
      ["signInPolicy", { allowedFirstAuthFactors: ["EMAIL_OTP"] }, /PASSWORD is required/],
    ]);
    await refusesEach(aws, pool, { name: "one", mfaConfiguration: "OFF" }, [
      ["mfaConfiguration", "ON", /cannot be ON without a factor/],
      ["mfaConfiguration", "OPTIONAL", /cannot be OPTIONAL without a factor/],
    ]);
    const first = { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] };
    await takesEach(aws, pool, { ...good, mfaConfiguration: "OPTIONAL" }, "signInPolicy", [first]);
  });

  it("R-SEC-6 takes access tokens of 5 minutes to a day and refresh tokens of an hour to 10 years", async () => {
    const { id } = await made();
    const units = { accessToken: "minutes", idToken: "minutes", refreshToken: "days" };
    const good = { userPoolId: id, name: "app", tokenValidityUnits: units, accessTokenValidity: 60 };
    await takesEach(aws, client, good, "accessTokenValidity", [5, 1440]);
    await takesEach(aws, client, good, "refreshTokenValidity", [1, 3650]);
    await refusesEach(aws, client, good, [
      ["accessTokenValidity", 4, /must be between 300 and 86400 seconds, got 240/],
      ["accessTokenValidity", 1441, /got 86460/],
      ["refreshTokenValidity", 3651, /must be between 3600 and 315360000/],
    ]);
    await refusesEach(aws, client, { ...good, refreshTokenValidity: 1 }, [
      [
        "tokenValidityUnits",
        { ...units, accessToken: "hours", refreshToken: "hours" },
        /lasts 216000 seconds, longer|between 300 and 86400/,
      ],
    ]);
  });

  it("R-SEC-6 refuses flows and addresses that do not go together, and clients of no pool", async () => {
    const { id } = await made();
    const good = { userPoolId: id, name: "app", callbackUrls: ["https://app.example/back"] };
    await refusesEach(aws, client, good, [
      ["callbackUrls", ["http://app.example/back"], /no address to return to/],
      ["callbackUrls", ["https://*.app.example/back"], /without a fragment or a wildcard/],
      ["defaultRedirectUri", "https://other.example", /must be in the list/],
      ["allowedOauthFlowsUserPoolClient", true, /AllowedOAuthFlows and AllowedOAuthScopes are required/],
      ["allowedOauthFlows", ["client_credentials"], /does not have a client secret/],
      ["explicitAuthFlows", ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"], /cannot be mixed/],
    ]);
    await refusesEach(aws, client, { ...good, refreshTokenRotation: { feature: "ENABLED" } }, [
      ["explicitAuthFlows", ["ALLOW_REFRESH_TOKEN_AUTH"], /cannot be enabled together/],
    ]);
    await rejects(
      aws.create(client, { ...good, userPoolId: "eu-central-1_NONE00000" }),
      /ResourceNotFoundException: User pool eu-central-1_NONE00000 does not exist/,
    );
    await rejects(
      aws.create(client, { ...good, supportedIdentityProviders: ["okta"] }),
      /provider okta does not exist/,
    );
  });

  it("refuses to send by a role or an identity that does not exist, and takes those that do", async () => {
    const sms = (arn: unknown) => ({ smsConfiguration: { externalId: "x", snsCallerArn: arn } });
    const none = "arn:aws:iam::111122223333:role/none";
    await rejects(made(sms(none)), /InvalidSmsRoleTrustRelationshipException/);
    const role = await aws.create("aws:iam/role:Role", {
      name: "sms",
      assumeRolePolicy: trust("cognito-idp.amazonaws.com"),
    });
    await made(sms(role.outputs["arn"]));
    const mail = (arn: unknown) => ({
      name: "two",
      emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: arn },
    });
    await rejects(made(mail("arn:aws:ses:eu-central-1:111122223333:identity/none.example")), /does not exist in SES/);
    await made(mail((await aws.create(identity, { emailIdentity: "app.example" })).outputs["arn"]));
    await refusesEach(aws, identity, { emailIdentity: "app.example" }, [
      ["emailIdentity", "not a domain", /neither a domain nor an e-mail address/],
    ]);
  });

  it("keeps a protected pool and one with a domain, and takes clients and groups with a pool that goes", async () => {
    const guarded = await made({ deletionProtection: "ACTIVE" });
    await rejects(aws.delete(guarded), /deletion protection is activated/);
    const other = await made({ name: "two" });
    const front = await aws.create(domain, { userPoolId: other.id, domain: "t-2" });
    await aws.create(group, { userPoolId: other.id, name: "admin" });
    await rejects(aws.create(group, { userPoolId: other.id, name: "admin" }), /GroupExistsException/);
    await rejects(aws.delete(other), /has a domain configured that should be deleted first/);
    await aws.delete(front);
    await aws.delete(other);
    deepEqual(
      listAwsResources(world).map(({ id }) => id),
      [guarded.id],
    );
  });
});
