import { deepEqual, equal, match, rejects, throws } from "node:assert/strict";
import npmPackage from "@pulumi/aws/package.json" with { type: "json" };
import { awsCalls, awsPackage, listAwsResources } from "../../../sandbox/aws/index.ts";
import { unknownValue } from "../../../sandbox/provider/provider.ts";
import { awsClient } from "../../support/aws-client.ts";
import { refusesEach } from "../../support/aws-refusals.ts";
import { awsWorld } from "../../support/aws-world.ts";

const key = "aws:kms/key:Key";
const bucket = "aws:s3/bucket:Bucket";

describe("the package of the embedded account", () => {
  it("answers the version of the npm package, and knows neither a type nor a function that it does not have", async () => {
    const offered = awsPackage(awsWorld());
    equal(offered.version, npmPackage.version);
    const provider = await offered.configure({});
    equal(provider.resourceType("aws:efs/fileSystem:FileSystem"), undefined);
    equal(provider.invoke("aws:sqs/getQueue:getQueue"), undefined);
    equal(provider.resourceType(key)?.token, key);
  });

  it("is the account of the assumed role, else the allowed one, else 000000000000", async () => {
    const identity = async (config: object) =>
      (await (await awsClient(awsWorld(), { ...config })).invoke("aws:index/getCallerIdentity:getCallerIdentity", {}))[
        "accountId"
      ];
    equal(
      await identity({
        assumeRoles: [{ roleArn: "arn:aws:iam::444455556666:role/deployer" }],
        allowedAccountIds: ["444455556666"],
      }),
      "444455556666",
    );
    equal(await identity({ allowedAccountIds: ["111122223333"] }), "111122223333");
    equal(await identity({}), "000000000000");
  });

  it("refuses a configuration that AWS would refuse, and lets unknown values pass", () => {
    const check = awsPackage(awsWorld()).checkConfig;
    deepEqual(check?.({ region: "eu-central-1", allowedAccountIds: ["111122223333"], assumeRoles: unknownValue }), []);
    const reason = (config: object) =>
      check?.({ ...config })
        .map((failure) => failure.reason)
        .join() ?? "";
    match(reason({ region: "Frankfurt" }), /invalid AWS Region: Frankfurt/);
    match(reason({ allowedAccountIds: ["1111"] }), /12 digits/);
    match(
      reason({ allowedAccountIds: ["111122223333"], assumeRoles: [{ roleArn: "arn:aws:iam::444455556666:role/a" }] }),
      /AWS account ID not allowed: 444455556666/,
    );
  });

  it("keeps accounts and Regions apart in one store, and partitions in their ARNs", async () => {
    const world = awsWorld();
    const one = await awsClient(world, { region: "eu-central-1", allowedAccountIds: ["111122223333"] });
    const other = await awsClient(world, { region: "us-gov-west-1", allowedAccountIds: ["444455556666"] });
    const made = await one.create(key, {});
    equal(await other.read(made), undefined);
    match(String((await other.create(key, {})).outputs["arn"]), /^arn:aws-us-gov:kms:us-gov-west-1:444455556666:key\//);
    deepEqual(
      listAwsResources(world)
        .map(({ accountId, region }) => `${accountId} ${region}`)
        .sort(),
      ["111122223333 eu-central-1", "444455556666 us-gov-west-1"],
    );
  });

  it("makes a resource in the Region that it names itself", async () => {
    const world = awsWorld();
    const made = await (await awsClient(world)).create(key, { region: "us-west-2" });
    match(String(made.outputs["arn"]), /:us-west-2:/);
    equal(listAwsResources(world)[0]?.region, "us-west-2");
  });

  it("R-INF-9 merges default tags under the resource's own, and sees a change of them", async () => {
    const client = await awsClient(awsWorld(), { defaultTags: { tags: { fleet: "sandbox", a: "default" } } });
    const made = await client.create(key, { tags: { a: "own" } });
    deepEqual(made.outputs["tagsAll"], { fleet: "sandbox", a: "own" });
    const later = await awsClient(awsWorld(), { defaultTags: { tags: { fleet: "other", a: "default" } } });
    const again = await later.create(key, { tags: { a: "own" } });
    deepEqual(await client.diff(key, made.inputs, again.inputs), {
      changed: ["tags.fleet"],
      replaces: [],
      deleteBeforeReplace: false,
    });
  });

  it("R-INF-9 refuses tags that AWS refuses", async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"]));
    await refusesEach(await awsClient(awsWorld()), key, { tags: { Owner: "Ümläut +-=._:/@ 1" } }, [
      ["tags", many, /at most 50 tags, got 51/],
      ["tags", { ["k".repeat(129)]: "v" }, /1 to 128/],
      ["tags", { k: "v".repeat(257) }, /at most 256/],
      ["tags", { "aws:k": "v" }, /system tags/],
      ["tags", { k: "a,b" }, /holds a character other/],
      ["tags", { k: 1 }, /tags\.k must be a text/],
    ]);
  });

  it("refuses an unknown input with the nearest one, and a missing one", async () => {
    await refusesEach(await awsClient(awsWorld()), bucket, { bucket: "good-name" }, [
      ["buckets", "x", /buckets is not an argument of this type\. The nearest is bucket\./],
    ]);
    await refusesEach(await awsClient(awsWorld()), "aws:kms/alias:Alias", { name: "alias/a", targetKeyId: "k" }, [
      ["targetKeyId", undefined, /Missing required argument: targetKeyId/],
    ]);
  });

  it("makes a name up from the resource's, and keeps it", async () => {
    const provider = await awsPackage(awsWorld()).configure({});
    const context = { urn: "urn", type: bucket, name: "data" };
    const first = await provider.resourceType(bucket)?.check?.({}, undefined, context);
    match(String(first?.inputs["bucket"]), /^data-[0-9a-f]{7}$/);
    const again = await provider.resourceType(bucket)?.check?.({}, first?.inputs, context);
    equal(again?.inputs["bucket"], first?.inputs["bucket"]);
  });

  it("deletes before it replaces where the name stays, and after where it changes", async () => {
    const client = await awsClient(awsWorld());
    const type = "aws:cloudwatch/logGroup:LogGroup";
    deepEqual(await client.diff(type, { name: "a" }, { name: "b" }), {
      changed: ["name"],
      replaces: ["name"],
      deleteBeforeReplace: false,
    });
    deepEqual(await client.diff(type, { name: "a" }, { name: "a", logGroupClass: "DELIVERY" }), {
      changed: ["logGroupClass"],
      replaces: ["logGroupClass"],
      deleteBeforeReplace: true,
    });
  });

  it("R-LC-8 reads what was changed or deleted by hand", async () => {
    const world = awsWorld();
    const client = await awsClient(world);
    const made = await client.create(key, { description: "ours", tags: { a: "b" } });
    const calls = awsCalls(world);
    calls["rows.update"]?.({ type: key, id: made.id, patch: { description: "theirs", tags: null } });
    deepEqual((await client.read(made))?.inputs, { description: "theirs" });
    calls["rows.delete"]?.({ type: key, id: made.id });
    equal(await client.read(made), undefined);
    throws(() => calls["rows.update"]?.({ type: key, id: "none", patch: {} }), /does not exist/);
  });

  it("R-LC-8 reads a change by hand of what the service had made up, e.g. a key's default policy", async () => {
    const world = awsWorld();
    const client = await awsClient(world);
    const made = await client.create(key, {});
    awsCalls(world)["rows.update"]?.({ type: key, id: made.id, patch: { policy: "{}" } });
    const found = await client.read(made);
    deepEqual([found?.inputs["policy"], found?.outputs["policy"]], ["{}", "{}"]);
  });

  it("reads an import by id, and by id and Region", async () => {
    const client = await awsClient(awsWorld());
    const { id } = await client.create(key, { region: "us-west-2", description: "here" });
    const nothing = { type: key, inputs: {}, outputs: {} };
    equal(await client.read({ ...nothing, id }), undefined);
    deepEqual((await client.read({ ...nothing, id: `${id}@us-west-2` }))?.inputs, {
      region: "us-west-2",
      description: "here",
    });
    await rejects(client.update({ type: key, id: "none", inputs: {}, outputs: {} }, {}), /ResourceNotFoundException/);
  });
});
