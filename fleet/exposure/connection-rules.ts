import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { type Exposure, type ExposureRule, exposed, type Inputs, mapsOf, ofType, textsOf } from "./exposure.ts";

const databases: readonly (readonly [type: string, groupType: string, groupInput: string])[] = [
  ["aws:rds/instance:Instance", "aws:rds/parameterGroup:ParameterGroup", "parameterGroupName"],
  ["aws:rds/cluster:Cluster", "aws:rds/clusterParameterGroup:ClusterParameterGroup", "dbClusterParameterGroupName"],
];
/** A replica has its source's parameters and users. */
const isSource = ({ inputs }: SynthesisedResource) => inputs["replicateSourceDb"] === undefined;

/** A database refuses a connection without TLS, and lets roles in by tokens of IAM's. */
export const provesDatabaseUsers: ExposureRule = (resources) =>
  databases.flatMap(([type, groupType, groupInput]) => {
    const forcing = new Set(
      ofType(resources, groupType)
        .filter(({ inputs }) => mapsOf(inputs["parameters"]).some(forcesTls))
        .flatMap(({ inputs }) => textsOf(inputs["name"])),
    );
    return ofType(resources, type)
      .filter(isSource)
      .flatMap((database) => databaseExposures(database, forcing, groupInput));
  });

const forcesTls = (parameter: Inputs) => parameter["name"] === "rds.force_ssl" && parameter["value"] === "1";

function databaseExposures(
  database: SynthesisedResource,
  forcing: ReadonlySet<string>,
  groupInput: string,
): readonly Exposure[] {
  const { inputs } = database;
  const forced = textsOf(inputs[groupInput]).some((group) => forcing.has(group));
  return [
    ...(forced
      ? []
      : [exposed("CONNECTION_NOT_ENCRYPTED", database, "takes connections without TLS: rds.force_ssl is not 1")]),
    ...(inputs["iamDatabaseAuthenticationEnabled"] === true
      ? []
      : [exposed("DATABASE_PASSWORD_ONLY", database, "lets nobody in by IAM")]),
  ];
}

const closed = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/** A bucket is closed to the public, and refuses a connection without TLS. */
export const closesBuckets: ExposureRule = (resources) => {
  const named = (type: string, holds: (inputs: Inputs) => boolean) =>
    new Set(
      ofType(resources, type)
        .filter(({ inputs }) => holds(inputs))
        .flatMap(({ inputs }) => textsOf(inputs["bucket"])),
    );
  const blocked = named("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", (inputs) =>
    closed.every((name) => inputs[name] === true),
  );
  const encrypted = named("aws:s3/bucketPolicy:BucketPolicy", refusesPlain);
  return ofType(resources, "aws:s3/bucket:Bucket").flatMap((bucket) => {
    const names = textsOf(bucket.inputs["bucket"]);
    return [
      ...(names.some((name) => blocked.has(name))
        ? []
        : [exposed("BUCKET_NOT_CLOSED", bucket, "can be opened to the public")]),
      ...(names.some((name) => encrypted.has(name))
        ? []
        : [
            exposed(
              "CONNECTION_NOT_ENCRYPTED",
              bucket,
              "takes connections without TLS: its policy does not refuse them",
            ),
          ]),
    ];
  });
};

function refusesPlain({ policy }: Inputs): boolean {
  if (typeof policy !== "string") return false;
  const { Statement: statements } = JSON.parse(policy) as { Statement: unknown };
  return mapsOf(statements).some(
    ({ Effect, Condition }) =>
      Effect === "Deny" && mapsOf(mapsOf(Condition)[0]?.["Bool"])[0]?.["aws:SecureTransport"] === "false",
  );
}

/** Load balancers speak TLS, and none older than 1.2. */
export const encryptsListeners: ExposureRule = (resources) =>
  ofType(resources, "aws:lb/listener:Listener")
    .filter(({ inputs }) => inputs["protocol"] !== "HTTPS" || !/TLS13-1-[23]/.test(textsOf(inputs["sslPolicy"]).join()))
    .map((listener) => exposed("CONNECTION_NOT_ENCRYPTED", listener, "does not insist on TLS 1.2 or newer"));

/** What of the API faces the internet has a firewall before it. */
export const guardsEntrances: ExposureRule = (resources) => {
  const guarded = ofType(resources, "aws:wafv2/webAclAssociation:WebAclAssociation").flatMap(({ inputs }) =>
    textsOf(inputs["resourceArn"]),
  );
  return [
    ...ofType(resources, "aws:apigateway/stage:Stage")
      .filter(({ inputs }) => !guarded.some((arn) => arn.includes(`/restapis/${textsOf(inputs["restApi"]).join()}/`)))
      .map((stage) =>
        exposed("ENTRANCE_WITHOUT_FIREWALL", stage, "answers the internet, and no web ACL stands before it"),
      ),
    ...["aws:cloudfront/multitenantDistribution:MultitenantDistribution", "aws:cloudfront/distribution:Distribution"]
      .flatMap((type) => ofType(resources, type))
      .filter(({ inputs }) => textsOf(inputs["webAclId"]).length === 0)
      .map((edge) =>
        exposed("ENTRANCE_WITHOUT_FIREWALL", edge, "answers the internet, and no web ACL stands before it"),
      ),
  ];
};
