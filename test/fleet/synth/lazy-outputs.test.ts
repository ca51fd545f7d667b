import { deepEqual, equal, rejects } from "node:assert/strict";
import { Key } from "@pulumi/aws/kms/key.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";
import * as pulumi from "@pulumi/pulumi";
import { synthesise } from "../../../fleet/synth/index.ts";

describe("outputs of a synthesised resource", () => {
  it("are the same one however often, and whenever, they are asked for", async () => {
    const { outputs } = await synthesise(
      async () => {
        const key = new Key("key", { description: "one" });
        const early = key.arn;
        const late = await new Promise<pulumi.Output<string>>((resolve) => key.id.apply(() => resolve(key.arn)));
        return { isSame: early === late, early, late, description: key.description };
      },
      { stack: "toy" },
    );
    const { early, ...others } = outputs;
    deepEqual(others, { isSame: true, late: early, description: "one" });
  });

  it("are undefined where the type has no such output, and where the cloud gives none", async () => {
    const { outputs } = await synthesise(
      () => {
        const key = new Key("key");
        return { none: "nothing" in key, policy: key.policy.apply((policy) => policy === undefined) };
      },
      { stack: "toy" },
    );
    equal(outputs["none"], false);
    equal(outputs["policy"], true);
  });

  it("carry the dependency of whoever reads them", async () => {
    const { resources } = await synthesise(
      () => {
        const key = new Key("key");
        new BucketVersioning("versioning", {
          bucket: pulumi.interpolate`${key.keyId}-data`,
          versioningConfiguration: { status: "Enabled" },
        });
        return undefined;
      },
      { stack: "toy" },
    );
    const versioning = resources.find(({ name }) => name === "versioning");
    const key = resources.find(({ name }) => name === "key");
    deepEqual(versioning?.options.propertyDependencies?.["bucket"], [key?.urn]);
  });

  it("fail with the resource that could not be declared, and hold up nobody who waits", async () => {
    await rejects(
      synthesise(
        () => {
          new Key("key");
          const twin = new Key("key");
          return { arn: twin.arn };
        },
        { stack: "toy" },
      ),
      /Duplicate resource URN/,
    );
  });
});
