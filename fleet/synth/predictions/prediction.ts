import { createHash } from "node:crypto";

/** What is known of a resource before the cloud answers. */
export interface PredictionContext {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly accountId: string;
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
}

/** What the cloud makes of one resource type; the inputs are echoed without being named here. */
export interface TypePrediction {
  readonly id: (context: PredictionContext) => string;
  /** Further outputs; without it, the type has none that a program reads. */
  readonly outputs?: (context: PredictionContext, id: string) => Readonly<Record<string, unknown>>;
}

/** Predictions of one service: type token → what its resources answer. */
export type ServicePredictions = Readonly<Record<string, TypePrediction>>;

/** The first `length` hexadecimal digits that `urn` and `salt` stand for: the same in every run. */
export function hexOf(urn: string, length: number, salt = ""): string {
  return createHash("sha256").update(`${urn}\n${salt}`).digest("hex").slice(0, length);
}

/** A UUID made from `urn`, in the form of version 4. */
export function uuidOf(urn: string, salt = ""): string {
  const hex = hexOf(urn, 32, salt);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Capital letters and digits made from `urn`, e.g. for IAM's unique ids. */
export function capitalsOf(urn: string, length: number, salt = ""): string {
  return BigInt(`0x${hexOf(urn, 64, salt)}`)
    .toString(36)
    .toUpperCase()
    .slice(0, length);
}

/** The input as text; empty where it is absent or not known as text. */
export function text({ inputs }: PredictionContext, property: string): string {
  const value = inputs[property];
  return typeof value === "string" ? value : "";
}

/** The physical name, where the program gave one; else Pulumi's own form, the logical name and seven hex digits. */
export function nameFrom(context: PredictionContext, property: string): string {
  return text(context, property) || `${context.name}-${hexOf(context.urn, 7)}`;
}

/** An ARN in the account and Region of the resource's provider. */
export function arn({ partition, region, accountId }: PredictionContext, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}

/** The domain under which a partition's services answer. */
export function domainSuffix({ partition }: PredictionContext): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

/** The resource's tags, as `tagsAll` shows them where the provider adds none. */
export function tagsAll({ inputs }: PredictionContext): Readonly<Record<string, unknown>> {
  return { tagsAll: inputs["tags"] ?? {} };
}
