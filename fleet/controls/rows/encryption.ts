import type { SynthesisedResource } from "../../synth/synthesised-stack.ts";
import {
  anyOf,
  type Control,
  type Evidence,
  enforcedBy,
  input,
  notEnforceable,
  numberOf,
  ofDatabase,
  ownOf,
} from "../control.ts";
import { securityOf } from "../settings.ts";

const row = "R-SEC-3";
const path = (name: string) => `configuration.security.encryption.${name}`;

/** Type that stores something → the input that names its key. */
const encrypted: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/logGroup:LogGroup": ["kmsKeyId"],
  "aws:rds/instance:Instance": ["kmsKeyId"],
  "aws:rds/cluster:Cluster": ["kmsKeyId"],
  "aws:secretsmanager/secret:Secret": ["kmsKeyId"],
  "aws:backup/vault:Vault": ["kmsKeyArn"],
  "aws:elasticache/serverlessCache:ServerlessCache": ["kmsKeyId"],
  "aws:sns/topic:Topic": ["kmsMasterKeyId"],
  "aws:sqs/queue:Queue": ["kmsMasterKeyId"],
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": [
    "rules",
    "applyServerSideEncryptionByDefault",
    "kmsMasterKeyId",
  ],
};

const stores = ({ own }: Evidence) => own.filter(({ type }) => Object.hasOwn(encrypted, type));
const hasKey = (store: SynthesisedResource) => input(store, ...(encrypted[store.type] ?? [])) !== undefined;

/** The key that the tenant's data is under: its own where it has one, else the cell's. */
const keys = (evidence: Evidence) =>
  (evidence.plan.key.kind === "own" ? ownOf : anyOf)(evidence, "aws:kms/key:Key").filter(isForEncryption);
const isForEncryption = (key: SynthesisedResource) =>
  (input(key, "keyUsage") ?? "ENCRYPT_DECRYPT") === "ENCRYPT_DECRYPT";

/** Longest period between two rotations that KMS carries out by itself, and on demand by a schedule. */
function rotatesWithin(evidence: Evidence, days: number): readonly SynthesisedResource[] {
  const byItself = keys(evidence).filter(
    (key) => input(key, "enableKeyRotation") === true && numberOf(input(key, "rotationPeriodInDays")) <= days,
  );
  const onSchedule = ownOf(evidence, "aws:scheduler/schedule:Schedule").filter((schedule) =>
    String(input(schedule, "target", "arn")).endsWith("kms:rotateKeyOnDemand"),
  );
  return [...byItself, ...onSchedule];
}

/** Encryption of what is stored and of what travels. */
export const controls: readonly Control[] = [
  {
    id: "encryption-at-rest",
    row,
    paths: [path("algorithm"), path("key_management")],
    demand: (plan) =>
      `everything that the tenant stores is encrypted (AES-256-GCM) with ${plan.key.kind === "own" ? "its own key" : "the cell's key"}`,
    judge: (evidence) => {
      const bare = stores(evidence).filter((store) => !hasKey(store));
      return bare.length > 0
        ? { kind: "missing", because: `no key is named by ${bare.map(({ name }) => name).join(", ")}` }
        : enforcedBy(keys(evidence), "there is no key");
    },
  },
  {
    id: "encryption-in-transit",
    row,
    paths: [],
    demand: () => "nothing travels unencrypted",
    judge: (evidence) =>
      enforcedBy(
        [
          ...ownOf(evidence, "aws:s3/bucketPolicy:BucketPolicy").filter(({ inputs }) =>
            String(inputs["policy"]).includes("aws:SecureTransport"),
          ),
          ...ofDatabase(
            evidence,
            "aws:rds/parameterGroup:ParameterGroup",
            "aws:rds/clusterParameterGroup:ClusterParameterGroup",
          ).filter(({ inputs }) => JSON.stringify(inputs["parameters"] ?? []).includes("rds.force_ssl")),
        ],
        "neither the buckets nor the database refuse plain connections",
      ),
  },
  {
    id: "key-rotation",
    row,
    paths: [path("key_rotation_days")],
    demand: (plan) =>
      plan.key.kind === "own"
        ? `the key's material is changed every ${securityOf(plan).encryption.key_rotation_days} days`
        : undefined,
    judge: (evidence) => {
      const days = securityOf(evidence.plan).encryption.key_rotation_days;
      return enforcedBy(rotatesWithin(evidence, days), `nothing rotates the key within ${days} days`);
    },
  },
  {
    id: "field-level-encryption",
    row,
    paths: [path("field_level")],
    demand: (plan) =>
      securityOf(plan).encryption.field_level ? "fields can be encrypted below a key of the tenant's" : undefined,
    judge: (evidence) =>
      enforcedBy(
        keys(evidence).filter(({ inputs }) => String(inputs["policy"]).includes("kms:EncryptionContext:tenant")),
        "no key gives out data keys for the tenant's own encryption context",
      ),
  },
  {
    id: "hardware-key-store",
    row,
    paths: [path("key_management")],
    demand: () => "keys are kept in hardware security modules",
    // FIPS 140-3 level 3: https://docs.aws.amazon.com/kms/latest/developerguide/kms-security.html
    judge: (evidence) => enforcedBy(keys(evidence), "there is no key"),
  },
  {
    id: "quantum-resistant-exchange",
    row: "R-INF-2",
    paths: [path("quantum_resistant")],
    demand: (plan) =>
      securityOf(plan).encryption.quantum_resistant ? "keys are exchanged by hybrid post-quantum TLS" : undefined,
    judge: (evidence) => {
      const listeners = anyOf(evidence, "aws:lb/listener:Listener").filter((listener) =>
        String(input(listener, "sslPolicy")).includes("-PQ-"),
      );
      return listeners.length > 0
        ? enforcedBy(listeners, "")
        : notEnforceable(
            "AWS' own endpoints offer it to clients that ask (KMS, Secrets Manager), and PostgreSQL and Kubernetes here have no such policy",
          );
    },
  },
];
