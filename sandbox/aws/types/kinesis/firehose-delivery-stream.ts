import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { requireKey, requireRole } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { flag, map, maps, number, text } from "../../values.ts";

const destinations = [
  "extended_s3",
  "redshift",
  "elasticsearch",
  "splunk",
  "http_endpoint",
  "opensearch",
  "opensearchserverless",
  "snowflake",
  "iceberg",
];
const compressions = ["UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"];

/** Rules of the S3 destination: https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html */
function s3Rules(s3: PropertyMap) {
  const property = "extendedS3Configuration";
  const isPartitioned = flag(map(s3, "dynamicPartitioningConfiguration"), "enabled");
  const [size, interval] = [number(s3, "bufferingSize"), number(s3, "bufferingInterval")];
  const prefix = text(s3, "prefix") ?? "";
  const compression = text(s3, "compressionFormat");
  const extraction = maps(map(s3, "processingConfiguration"), "processors").find(
    (processor) => processor["type"] === "MetadataExtraction",
  );
  const known = queriedKeys(extraction);
  const asked = [...prefix.matchAll(/!\{partitionKeyFromQuery:(\w+)\}/g)].map((match) => match[1] ?? "");
  const strange = asked.find((key) => !known.includes(key));
  return when(
    [outside(size, 1, 128), property, `expected bufferingSize to be in the range (1 - 128), got ${size ?? ""}`],
    [
      outside(interval, 0, 900),
      property,
      `expected bufferingInterval to be in the range (0 - 900), got ${interval ?? ""}`,
    ],
    [
      isPartitioned && size !== undefined && size < 64,
      property,
      "api error InvalidArgumentException: BufferingHints.SizeInMBs must be at least 64 when Dynamic Partitioning is enabled",
    ],
    [
      isPartitioned && text(s3, "errorOutputPrefix") === undefined,
      property,
      "api error InvalidArgumentException: ErrorOutputPrefix is needed where Dynamic Partitioning is enabled",
    ],
    [
      asked.length > 0 && !isPartitioned,
      property,
      "api error InvalidArgumentException: Prefix has a partitionKeyFromQuery namespace, but Dynamic Partitioning is not enabled",
    ],
    [
      isPartitioned && strange !== undefined,
      property,
      `api error InvalidArgumentException: Prefix uses the key ${strange ?? ""}, which MetadataExtractionQuery does not extract`,
    ],
    [
      compression !== undefined && !compressions.includes(compression),
      property,
      `expected compressionFormat to be one of [${compressions.join(" ")}], got ${compression ?? ""}`,
    ],
  );
}

/** Keys of the object that the jq query makes, e.g. `{tenant: .source}`. */
function queriedKeys(extraction: PropertyMap | undefined): readonly string[] {
  const query = maps(extraction ?? {}, "parameters").find(
    (parameter) => parameter["parameterName"] === "MetadataExtractionQuery",
  );
  return [...(text(query ?? {}, "parameterValue") ?? "").matchAll(/[{,]\s*(\w+)\s*:/g)].map((match) => match[1] ?? "");
}

function requireParts(inputs: PropertyMap, account: Account): void {
  const s3 = map(inputs, "extendedS3Configuration");
  const bucket = text(s3, "bucketArn");
  if (bucket !== undefined && !allRows(account.world, "aws:s3/bucket:Bucket").some((row) => row.arn === bucket)) {
    throw new AwsError("InvalidArgumentException", `The bucket ${bucket} does not exist`);
  }
  requireRole(account, text(s3, "roleArn"), "InvalidArgumentException");
  requireKey(account, text(s3, "kmsKeyArn"), "InvalidArgumentException");
  requireKey(account, text(map(inputs, "serverSideEncryption"), "keyArn"), "InvalidKMSResourceException");
}

export const firehoseDeliveryStream = defineType({
  token: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  naming: { input: "name", maximumLength: 64 },
  replaces: ["name", "destination"],
  duplicateCode: "ResourceInUseException",
  updatedOutputs: ["versionId"],
  check: (inputs) => {
    const [name, destination] = [text(inputs, "name"), text(inputs, "destination")];
    const encryption = map(inputs, "serverSideEncryption");
    return [
      ...when(
        [
          name !== undefined && !/^[a-zA-Z0-9_.-]{1,64}$/.test(name),
          "name",
          `invalid value for name (must be 1 to 64 of a-z, A-Z, 0-9, '_', '.' and '-'), got ${name ?? ""}`,
        ],
        [
          destination !== undefined && !destinations.includes(destination),
          "destination",
          `expected destination to be one of [${destinations.join(" ")}], got ${destination ?? ""}`,
        ],
        [
          destination === "extended_s3" && !("extendedS3Configuration" in inputs),
          "extendedS3Configuration",
          "Missing required argument: destination extended_s3 needs extendedS3Configuration",
        ],
        [
          text(encryption, "keyType") === "CUSTOMER_MANAGED_CMK" && !("keyArn" in encryption),
          "serverSideEncryption",
          "api error InvalidArgumentException: KeyARN is needed for the key type CUSTOMER_MANAGED_CMK",
        ],
      ),
      ...s3Rules(map(inputs, "extendedS3Configuration")),
    ];
  },
  create: (inputs, account) => {
    requireParts(inputs, account);
    const streamArn = arn(account, "firehose", `deliverystream/${text(inputs, "name") ?? ""}`);
    return {
      id: streamArn,
      arn: streamArn,
      computed: { arn: streamArn, destinationId: "destinationId-000000000001", versionId: "1" },
      state: "ACTIVE",
    };
  },
  update: (row, news, account) => {
    requireParts(news, account);
    return { versionId: `${Number(row.computed["versionId"] ?? 1) + 1}` };
  },
});
