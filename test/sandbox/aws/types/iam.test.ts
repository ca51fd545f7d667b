import { equal, match, rejects } from "node:assert/strict";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings, trust } from "../../../support/aws-surroundings.ts";

const role = "aws:iam/role:Role";
const allow = (action: string, padding = "") =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: padding, Effect: "Allow", Action: action, Resource: "*" }],
  });

describe("IAM of the embedded account", () => {
  let place: AwsSurroundings;
  beforeEach(async () => {
    place = await awsSurroundings();
  });

  it("R-SEC-4 keeps names and policies within IAM's limits", async () => {
    const good = { name: "r".repeat(64), assumeRolePolicy: trust("ec2.amazonaws.com") };
    await refusesEach(place.client, role, good, [
      ["name", "r".repeat(65), /64/],
      ["name", "a b", /to match/],
      ["assumeRolePolicy", trust(`${"x".repeat(2048)}.amazonaws.com`), /allowed are 2048/],
      ["assumeRolePolicy", allow("s3:GetObject"), /prohibited field Resource/],
      ["assumeRolePolicy", undefined, /assumeRolePolicy has no value/],
      ["maxSessionDuration", 3599, /3600/],
    ]);
    const policy = { name: "p", policy: allow("s3:*") };
    await takesEach(place.client, "aws:iam/policy:Policy", policy, "policy", [allow("s3:*", "x".repeat(6000))]);
    await refusesEach(place.client, "aws:iam/policy:Policy", policy, [
      ["policy", allow("s3:*", "x".repeat(6144)), /allowed are 6144/],
      ["policy", allow("GetObject"), /prefaced by a vendor/],
      [
        "policy",
        JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Permit", Action: "*", Resource: "*" }] }),
        /Effect of Allow or Deny/,
      ],
    ]);
    await refusesEach(place.client, "aws:iam/rolePolicy:RolePolicy", { role: "r", ...policy }, [
      ["policy", allow("s3:*", "x".repeat(10_240)), /allowed are 10240/],
    ]);
  });

  it("gives a unique id and an ARN with the path, and keeps names unique whatever their case", async () => {
    const made = await place.client.create(role, {
      name: "One",
      path: "/team/",
      assumeRolePolicy: trust("ec2.amazonaws.com"),
    });
    match(String(made.outputs["uniqueId"]), /^AROA[A-Z2-7]{17}$/);
    equal(made.outputs["arn"], "arn:aws:iam::111122223333:role/team/One");
    await rejects(
      place.client.create(role, { name: "one", assumeRolePolicy: trust("ec2.amazonaws.com") }),
      /EntityAlreadyExists: Role with name one already exists/,
    );
  });

  it("refuses to trust a role that does not exist, and trusts one that does", async () => {
    const trusting = (arn: string | undefined) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { AWS: arn }, Action: "sts:AssumeRole" }],
      });
    await rejects(
      place.client.create(role, { name: "a", assumeRolePolicy: trusting("arn:aws:iam::111122223333:role/none") }),
      /MalformedPolicyDocument: Invalid principal in policy/,
    );
    await place.client.create(role, { name: "b", assumeRolePolicy: trusting(place.ids["roleArn"]) });
  });

  it("refuses to delete a role with policies or instance profiles, and a policy that is attached", async () => {
    const made = await place.client.create(role, { name: "busy", assumeRolePolicy: trust("ec2.amazonaws.com") });
    const attached = await place.client.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
      role: "busy",
      policyArn: place.ids["policyArn"],
    });
    await rejects(place.client.delete(made), /DeleteConflict: Cannot delete entity, must detach all policies first/);
    await rejects(
      place.client.delete({ type: "aws:iam/policy:Policy", id: place.ids["policyArn"] ?? "", inputs: {}, outputs: {} }),
      /DeleteConflict: Cannot delete a policy attached/,
    );
    await place.client.delete(attached);
    const profile = await place.client.create("aws:iam/instanceProfile:InstanceProfile", {
      name: "busy",
      role: "busy",
    });
    await rejects(place.client.delete(made), /must remove roles from instance profile first/);
    await place.client.delete(profile);
    await place.client.delete(made);
    equal(await place.client.read(made), undefined);
  });

  it("refuses to attach what does not exist, or to what does not exist, and takes AWS' own policies", async () => {
    const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    await rejects(
      place.client.create(type, { role: "none", policyArn: place.ids["policyArn"] }),
      /NoSuchEntity: The role with name none/,
    );
    await rejects(
      place.client.create(type, { role: "service", policyArn: "arn:aws:iam::111122223333:policy/none" }),
      /NoSuchEntity: Policy .* does not exist/,
    );
    await place.client.create(type, { role: "service", policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" });
  });
});
