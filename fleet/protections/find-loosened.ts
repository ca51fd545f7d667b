import { matchResources } from "../diff/match-resources.ts";
import { StackResources } from "../rights/stack-resources.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import type { ProtectedSide, ProtectionKind } from "./protection.ts";

type Side = Pick<SynthesisedStack, "resources" | "predicted">;

/** A protection that is weaker in the head than in the base. */
export interface Loosening {
  /** Logical name. */
  readonly resource: string;
  readonly property: string;
  readonly reason: string;
}

/** A resource before and after; one side is absent where it was made or is gone. */
interface Pair {
  readonly before?: SynthesisedResource;
  readonly after?: SynthesisedResource;
}

/**
 * Settings of S3 and AWS Backup that are resources of their own: gone, they leave what they protected unprotected. Each
 * with the input that names it.
 */
const attachedTo: Readonly<Record<string, string>> = {
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": "bucket",
  "aws:s3/bucketVersioning:BucketVersioning": "bucket",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": "bucket",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": "bucket",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": "bucket",
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": "backupVaultName",
  "aws:backup/selection:Selection": "name",
  "aws:ebs/encryptionByDefault:EncryptionByDefault": "region",
};

/** What of one kind protects less than before, over all resources that both sides have. */
export function findLoosened(base: Side, head: Side, kind: ProtectionKind): readonly Loosening[] {
  const [before, after] = [sideOf(base), sideOf(head)];
  return pairsOf(base, head).flatMap((pair) => [
    ...looserLeaves(pair, kind, { before, after }),
    ...looserOptions(pair, kind),
  ]);
}

function sideOf(side: Side): ProtectedSide {
  const resources = new StackResources(side);
  const keys = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/alias:Alias"];
  return {
    isOwnKey: (arn) =>
      keys.some((type) => resources.byOutput(type, arn) !== undefined) ||
      resources.mentions(arn, ({ type, inputs }) => type === "aws:kms/alias:Alias" && inputs["name"] === arn),
  };
}

function pairsOf(base: Side, head: Side): readonly Pair[] {
  const matched = matchResources(base.resources, head.resources).before;
  const known = new Set([...matched.values()].map(({ urn }) => urn));
  const [before, after] = [new StackResources(base), new StackResources(head)];
  const places = new Map(after.all.flatMap((resource) => placeOf(resource).map((place) => [place, resource] as const)));
  const formerPlaces = new Set(before.all.flatMap(placeOf));
  return [
    ...after.all.flatMap((resource): readonly Pair[] => {
      const former = matched.get(resource.urn);
      if (former !== undefined) return [{ before: former, after: resource }];
      const isNewSetting = placeOf(resource).some((place) => !formerPlaces.has(place)) && isTargetIn(resource, before);
      return isNewSetting ? [{ after: resource }] : [];
    }),
    ...before.all
      .filter(({ urn }) => !known.has(urn))
      .flatMap((resource): readonly Pair[] => {
        const [place] = placeOf(resource);
        const moved = place === undefined ? undefined : places.get(place);
        if (moved !== undefined) return [{ before: resource, after: moved }];
        return isTargetIn(resource, after) ? [{ before: resource }] : [];
      }),
  ];
}

/** What an attached setting is about, in words that both sides share. */
function placeOf({ type, inputs }: SynthesisedResource): readonly string[] {
  const input = attachedTo[type];
  return input === undefined ? [] : [`${type} ${String(inputs["region"])} ${String(inputs[input])}`];
}

/** Whether what a setting is about is on a side: a bucket, a vault. */
function isTargetIn({ type, inputs }: SynthesisedResource, side: StackResources): boolean {
  const input = attachedTo[type];
  if (input === undefined) return false;
  if (input === "region") return true;
  const targets = input === "name" ? [inputs["resources"] ?? []].flat() : [inputs[input]];
  return targets.some(
    (target) => typeof target === "string" && side.mentions(target, (other) => attachedTo[other.type] === undefined),
  );
}

function looserLeaves(
  { before, after }: Pair,
  kind: ProtectionKind,
  sides: { readonly before: ProtectedSide; readonly after: ProtectedSide },
): readonly Loosening[] {
  const resource = after ?? before;
  if (resource === undefined) return [];
  const strengths = (one: SynthesisedResource | undefined, side: ProtectedSide) =>
    new Map(
      leavesOf(one?.inputs).flatMap((leaf) => {
        const strength = one === undefined ? undefined : kind.strengthOf(leaf, one, side);
        return strength === undefined ? [] : [[leaf.path, { leaf, strength }] as const];
      }),
    );
  const [was, is] = [strengths(before, sides.before), strengths(after, sides.after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const [old, now] = [was.get(path), is.get(path)];
    const leaf = old?.leaf ?? now?.leaf;
    if (leaf === undefined) return [];
    const absent = kind.absent(leaf, resource);
    if ((now?.strength ?? absent) >= (old?.strength ?? absent)) return [];
    return [{ resource: resource.name, property: path, reason: words(resource, path, old?.leaf, now?.leaf) }];
  });
}

const words = ({ type }: SynthesisedResource, path: string, old: Leaf | undefined, now: Leaf | undefined): string =>
  `${type}: ${path} was ${shown(old)} and would be ${shown(now)}`;

const shown = (leaf: Leaf | undefined): string => (leaf === undefined ? "not set" : JSON.stringify(leaf.value));

function looserOptions({ before, after }: Pair, { options = [] }: ProtectionKind): readonly Loosening[] {
  if (before === undefined || after === undefined) return [];
  return options
    .filter((option) => before.options[option] === true && after.options[option] !== true)
    .map((option) => ({
      resource: after.name,
      property: option,
      reason: `${after.type}: Pulumi's ${option} would be taken off`,
    }));
}
