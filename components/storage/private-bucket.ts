import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketOwnershipControls } from "@pulumi/aws/s3/bucketOwnershipControls.js";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy.js";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { tlsOnlyStatements } from "./bucket-policy.ts";

export interface PrivateBucketArgs {
  readonly bucketName: string;
  readonly partition: string;
  readonly retention: Retention;
  readonly versioning: boolean;
  /** KMS key of every object; without it S3's own keys (AES-256), where a service cannot write with a key of ours. */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whether objects can be locked; only a new bucket can be given that. Default: no. */
  readonly objectLock?: boolean;
  /** Default: the provider's Region. */
  readonly region?: string;
  /** Beside the refusal of connections without TLS. Default: none. */
  readonly statements?: readonly PolicyStatement[];
}

/**
 * A bucket that nobody reaches from outside: no ACLs, no public access, TLS 1.2 only, encrypted.
 *
 * Costs what it stores. Its objects survive `pulumi destroy` unless released.
 */
export class PrivateBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Done once versions are kept: what locks or copies objects waits for it. */
  readonly versioned: pulumi.Resource;

  constructor(name: string, args: PrivateBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:PrivateBucket", name, {}, opts);
    const parent = { parent: this };
    const place = args.region === undefined ? {} : { region: args.region };

    const bucket = declareBucket(name, args, { ...parent, ...retainedAs(args.retention) });
    const inside = { ...parent, deletedWith: bucket };
    const of = { ...place, bucket: bucket.bucket };
    encrypt(name, args, of, inside);
    this.versioned = keepVersions(name, args.versioning, of, inside);
    closeToThePublic(name, args, of, inside);

    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }
}

interface OfBucket {
  readonly region?: string;
  readonly bucket: pulumi.Input<string>;
}

function declareBucket(name: string, args: PrivateBucketArgs, opts: pulumi.CustomResourceOptions): Bucket {
  const { bucketName, region, retention, objectLock = false } = args;
  return new Bucket(
    name,
    {
      ...(region === undefined ? {} : { region }),
      bucket: bucketName,
      forceDestroy: retention === "discarded",
      ...(objectLock ? { objectLockEnabled: true } : {}),
    },
    opts,
  );
}

function encrypt(
  name: string,
  { kmsKeyArn }: PrivateBucketArgs,
  of: OfBucket,
  opts: pulumi.CustomResourceOptions,
): void {
  // A bucket key makes one call of KMS for many objects: 99 % fewer, says AWS, and the bill with them.
  const rule =
    kmsKeyArn === undefined
      ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
      : {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
          bucketKeyEnabled: true,
        };
  new BucketServerSideEncryptionConfiguration(`${name}-encryption`, { ...of, rules: [rule] }, opts);
}

function keepVersions(
  name: string,
  versioning: boolean,
  of: OfBucket,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const status = versioning ? "Enabled" : "Suspended";
  return new BucketVersioning(`${name}-versioning`, { ...of, versioningConfiguration: { status } }, opts);
}

function closeToThePublic(
  name: string,
  args: PrivateBucketArgs,
  of: OfBucket,
  opts: pulumi.CustomResourceOptions,
): void {
  const arn = `arn:${args.partition}:s3:::${args.bucketName}`;
  new BucketOwnershipControls(`${name}-ownership`, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, opts);
  const block = new BucketPublicAccessBlock(
    `${name}-public-access`,
    { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    opts,
  );
  const policy = policyDocument([...tlsOnlyStatements(arn, `${arn}/*`), ...(args.statements ?? [])]);
  // Two writes of one bucket's access at a time are answered with "conflicting operation".
  new BucketPolicy(`${name}-policy`, { ...of, policy }, { ...opts, dependsOn: block });
}
