import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { Provider } from "@pulumi/aws/provider.js";
import { Bucket } from "@pulumi/aws/s3/bucket.js";
import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";

/** A component that only groups. */
class ToyGroup extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("toy:components:Group", name, {}, opts);
    this.registerOutputs({});
  }
}

/** A program with an explicit provider, a component, references, options of every kind and a secret. */
export function toyStack(): Record<string, unknown> {
  const provider = new Provider("aws", { region: "eu-central-1", allowedAccountIds: ["111122223333"] });
  const group = new ToyGroup("toy", { providers: [provider], protect: true });
  const key = new Key("toy-key", { description: "toy" }, { parent: group, retainOnDelete: true });
  new Alias("toy-alias", { name: "alias/toy", targetKeyId: key.keyId }, { parent: group });
  const bucket = new Bucket("toy-bucket", { bucket: "toy-data" }, { parent: group, protect: false });
  new LogGroup(
    "toy-log",
    { name: "/toy", kmsKeyId: key.arn },
    {
      parent: group,
      dependsOn: [bucket],
      deletedWith: bucket,
      deleteBeforeReplace: true,
      ignoreChanges: ["retentionInDays"],
      aliases: [{ name: "toy-old-log" }],
    },
  );
  const password = new RandomPassword("toy-password", { length: 12, keepers: { of: pulumi.secret("acme") } });
  return { bucketArn: bucket.arn, password: password.result };
}
