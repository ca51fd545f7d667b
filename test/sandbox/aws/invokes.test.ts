import { deepEqual, equal, rejects } from "node:assert/strict";
import { awsClient } from "../../support/aws-client.ts";
import { awsWorld } from "../../support/aws-world.ts";

describe("functions of the embedded account", () => {
  it("tell Region, partition and zones", async () => {
    const client = await awsClient(awsWorld());
    equal((await client.invoke("aws:index/getRegion:getRegion", {}))["region"], "eu-central-1");
    deepEqual(await client.invoke("aws:index/getPartition:getPartition", {}), {
      id: "aws",
      partition: "aws",
      dnsSuffix: "amazonaws.com",
      reverseDnsPrefix: "com.amazonaws",
    });
    const zones = await client.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {
      state: "available",
      excludeNames: ["eu-central-1b"],
    });
    deepEqual(
      [zones["names"], zones["zoneIds"]],
      [
        ["eu-central-1a", "eu-central-1c"],
        ["euc1-az1", "euc1-az3"],
      ],
    );
  });

  it("find a key by id, ARN and alias, and tell its state", async () => {
    const client = await awsClient(awsWorld());
    const key = await client.create("aws:kms/key:Key", { description: "ours" });
    await client.create("aws:kms/alias:Alias", { name: "alias/ours", targetKeyId: key.id });
    for (const keyId of [key.id, key.outputs["arn"], "alias/ours"]) {
      const found = await client.invoke("aws:kms/getKey:getKey", { keyId });
      deepEqual([found["arn"], found["keyState"], found["description"]], [key.outputs["arn"], "Enabled", "ours"]);
    }
    await rejects(
      client.invoke("aws:kms/getKey:getKey", { keyId: "alias/none" }),
      /aws:kms\/getKey:getKey: api error NotFoundException/,
    );
  });

  it("render a policy document as the provider does", async () => {
    const client = await awsClient(awsWorld());
    const statements = [
      {
        sid: "Read",
        actions: ["s3:GetObject", "s3:ListBucket"],
        resources: ["*"],
        principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }],
        conditions: [{ test: "StringEquals", variable: "aws:RequestedRegion", values: ["eu-central-1"] }],
      },
    ];
    const rendered = await client.invoke("aws:iam/getPolicyDocument:getPolicyDocument", { statements });
    deepEqual(JSON.parse(String(rendered["json"])), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: "*",
          Principal: { Service: "ec2.amazonaws.com" },
          Condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
        },
      ],
    });
    const overridden = await client.invoke("aws:iam/getPolicyDocument:getPolicyDocument", {
      sourcePolicyDocuments: [rendered["json"]],
      overridePolicyDocuments: [
        JSON.stringify({ Statement: { Sid: "Read", Effect: "Deny", Action: "*", Resource: "*" } }),
      ],
    });
    deepEqual(JSON.parse(String(overridden["minifiedJson"])), {
      Version: "2012-10-17",
      Statement: [{ Sid: "Read", Effect: "Deny", Action: "*", Resource: "*" }],
    });
  });

  it("find the lists of addresses that AWS keeps, the same one each time, and no others", async () => {
    const client = await awsClient(awsWorld());
    const token = "aws:ec2/getManagedPrefixList:getManagedPrefixList";
    const name = "com.amazonaws.global.cloudfront.origin-facing";
    const found = await client.invoke(token, { name });
    equal(/^pl-[0-9a-f]{8}$/.test(String(found["id"])), true);
    equal(found["ownerId"], "AWS");
    deepEqual(await client.invoke(token, { name }), found);
    await rejects(client.invoke(token, { name: "ours" }), /InvalidPrefixListID.NotFound/);
  });
});
