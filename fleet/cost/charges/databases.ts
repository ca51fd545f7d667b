import type { SynthesisedResource } from "../../synth/synthesised-stack.ts";
import { type Charge, type ChargeRule, charge, hoursPerMonth, numberIn } from "./charge.ts";

/** A server in two zones is two servers and twice the storage. */
const placesOf = (inputs: Readonly<Record<string, unknown>>): number => (inputs["multiAz"] === true ? 2 : 1);

/** Its password is a secret that RDS keeps: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html */
const managedPassword = (inputs: Readonly<Record<string, unknown>>): readonly Charge[] =>
  inputs["manageMasterUserPassword"] === true ? [charge("secrets.secret")] : [];

/** A PostgreSQL server: its class by the hour, its storage by the month. A replica has the storage of its source. */
const instance: ChargeRule = ({ inputs }, { ofType }) => {
  const source = ofType("aws:rds/instance:Instance").find(
    (other) => inputs["replicateSourceDb"] !== undefined && isNamed(other, inputs["replicateSourceDb"]),
  );
  const sized = source?.inputs ?? inputs;
  const storageGib = numberIn(inputs["allocatedStorage"] ?? sized["allocatedStorage"]);
  const storageType = inputs["storageType"] ?? sized["storageType"];
  if (inputs["instanceClass"] === undefined || storageGib === undefined) return undefined;
  const engine = String(inputs["engine"] ?? sized["engine"]);
  const places = placesOf(inputs);
  return [
    charge(`rds.${engine}.${String(inputs["instanceClass"])}`, places * hoursPerMonth),
    charge(`rds.storage.${String(storageType)}`, places * storageGib),
    ...managedPassword(inputs),
  ];
};

/** A replica names its source by identifier, or by ARN where that is in another Region. */
const isNamed = ({ inputs }: SynthesisedResource, name: unknown): boolean =>
  inputs["identifier"] !== undefined && String(name).split(":").at(-1) === inputs["identifier"];

/** A server of an Aurora cluster; storage is the cluster's, and charged by what lies in it. */
const clusterInstance: ChargeRule = ({ inputs: { engine, instanceClass } }) =>
  instanceClass === undefined
    ? undefined
    : [charge(`${String(engine).replace("-postgresql", "")}.postgres.${String(instanceClass)}`, hoursPerMonth)];

/**
 * Virtual processors of a class of the families m, r and x: `large` has 2, `xlarge` 4, `4xlarge` 16. Undefined for others.
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html
 */
export function processorsOf(instanceClass: string): number | undefined {
  const size = /^db\.[mrx]\d\w*\.(\d*x?large)$/.exec(instanceClass)?.[1];
  if (size === undefined) return undefined;
  return size === "large" ? 2 : 4 * Number(size.replace("xlarge", "") || 1);
}

/**
 * A proxy is charged by the processors of the server behind it, and for two at the least:
 * https://aws.amazon.com/rds/proxy/pricing/
 */
const proxy: ChargeRule = ({ inputs }, { ofType }) => {
  const target = ofType("aws:rds/proxyTarget:ProxyTarget").find((one) => one.inputs["dbProxyName"] === inputs["name"]);
  const server = ofType("aws:rds/instance:Instance").find(
    (one) => target !== undefined && one.inputs["identifier"] === target.inputs["dbInstanceIdentifier"],
  );
  const processors = processorsOf(String(server?.inputs["instanceClass"]));
  return processors === undefined ? undefined : [charge("rds.proxy", Math.max(2, processors) * hoursPerMonth)];
};

export const databaseCharges: Readonly<Record<string, ChargeRule>> = {
  "aws:rds/instance:Instance": instance,
  "aws:rds/cluster:Cluster": ({ inputs }) => managedPassword(inputs),
  "aws:rds/clusterInstance:ClusterInstance": clusterInstance,
  "aws:rds/proxy:Proxy": proxy,
};
