import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { dataLostWith, isDataBearing, protectedAlthoughEmpty } from "../../../fleet/diff/data-bearing.ts";
import { synthFleet } from "../../../fleet/synth/fleet.ts";
import { typeDefinitions } from "../../../sandbox/aws/types/index.ts";

const stacks = [
  ...["control-plane", "cell-us-1", "cell-us-1-platform", "cell-umbra-1", "cell-umbra-1-platform"],
  ...["blue-kite", "acme-corp", "northwind-freight", "umbra-health"],
];

describe("what is lost with a resource", function () {
  this.timeout(60_000);

  it("is said of everything that the sample fleet protects or retains, or why it is protected without data", async () => {
    const types = new Set<string>();
    for await (const synthesis of synthFleet(stacks, join(import.meta.dirname, "../../.."))) {
      ok(synthesis.kind === "synthesised");
      for (const { type, options } of synthesis.stack.resources) {
        if (options.protect === true || options.retainOnDelete === true) types.add(type);
      }
    }
    ok(types.size > 10);
    deepEqual(
      [...types].filter((type) => !isDataBearing(type) && protectedAlthoughEmpty(type) === undefined),
      [],
    );
    deepEqual(
      [...types].filter((type) => isDataBearing(type) && protectedAlthoughEmpty(type) !== undefined),
      [],
    );
  });

  it("is nothing for what is only settings", () => {
    equal(isDataBearing("aws:s3/bucketVersioning:BucketVersioning"), false);
    equal(dataLostWith("aws:s3/bucketVersioning:BucketVersioning"), undefined);
    equal(dataLostWith("aws:rds/cluster:Cluster"), "every database on the server");
  });

  it("knows of an AWS type by the name that the embedded account has for it", () => {
    const known = new Set(typeDefinitions.map(({ token }) => token));
    deepEqual(
      ["aws:s3/bucket:Bucket", "aws:kms/key:Key", "aws:cognito/userPool:UserPool"].filter((type) => !known.has(type)),
      [],
    );
  });
});
