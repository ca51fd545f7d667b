/** Plain property values as a provider's code sees them: secrets unwrapped, unknowns as `unknownValue`. */
export type PropertyMap = Readonly<Record<string, unknown>>;

/** Stands for a value that is not known yet; only `check` and `diff` of a preview ever see it. */
export const unknownValue: unique symbol = Symbol("unknown");

/** One bad input; the engine shows it beside the resource. */
export interface CheckFailure {
  /** Name of the property; empty where the resource as a whole is refused. */
  readonly property: string;
  /** What is wrong, what was found, what is allowed. */
  readonly reason: string;
}

export interface CheckResult {
  readonly inputs: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

/** What a change of a resource comes to. */
export interface DiffResult {
  /** Paths of the inputs that differ, e.g. `tags.owner`. */
  readonly changed: readonly string[];
  /** Those among them that cannot change in place. */
  readonly replaces: readonly string[];
  /** True where old and new cannot exist at once, e.g. because a unique name stays. */
  readonly deleteBeforeReplace?: boolean;
}

export interface CreateResult {
  readonly id: string;
  readonly outputs: PropertyMap;
}

export interface ReadResult extends CreateResult {
  /** Inputs as they now stand, so that a refresh shows what was changed by hand. */
  readonly inputs: PropertyMap;
}

/** Which resource an operation is about. */
export interface ResourceContext {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
}

/**
 * One resource type, e.g. `aws:kms/key:Key`. Its code never sees a secret's wrapper, an unknown value (except in
 * `check` and `diff`) or gRPC. A refusal is thrown as `Error`; its message reaches the user as it is.
 */
export interface ResourceType {
  readonly token: string;
  /** Outputs that are secret whatever the inputs were, e.g. `result` of a random password. */
  readonly secretOutputs?: readonly string[];
  /** Outputs that an update changes, e.g. a version; a preview then shows them as unknown. All others stay as recorded. */
  readonly updatedOutputs?: readonly string[];
  /**
   * What the cloud adds inside a map that is also an input, e.g. `{vpcConfig: ["clusterSecurityGroupId"]}`: unknown in
   * the preview of a create, which would otherwise answer the map as it was given.
   */
  readonly madeInside?: Readonly<Record<string, readonly string[]>>;
  /** Without it, inputs pass as they are. */
  check?(
    news: PropertyMap,
    olds: PropertyMap | undefined,
    context: ResourceContext,
  ): Promise<CheckResult> | CheckResult;
  /** `olds` are the recorded inputs. Without it, inputs are compared one by one and nothing forces a replacement. */
  diff?(olds: PropertyMap, news: PropertyMap, context: ResourceContext): Promise<DiffResult> | DiffResult;
  /** Never called in a preview. A thing that exists but is not usable: throw `PartialCreateError`. */
  create(inputs: PropertyMap, context: ResourceContext): Promise<CreateResult>;
  /** Undefined where it no longer exists. `inputs` are the recorded ones, undefined on import. */
  read(
    id: string,
    inputs: PropertyMap | undefined,
    outputs: PropertyMap | undefined,
    context: ResourceContext,
  ): Promise<ReadResult | undefined>;
  /** `olds` are the recorded outputs; gives the new ones. Without it, every change is a replacement. */
  update?(id: string, olds: PropertyMap, news: PropertyMap, context: ResourceContext): Promise<PropertyMap>;
  /** Deleting what is already gone succeeds. */
  delete(id: string, outputs: PropertyMap, context: ResourceContext): Promise<void>;
}

/** A function of a package, e.g. `aws:index/getCallerIdentity:getCallerIdentity`. */
type Invoke = (args: PropertyMap) => Promise<PropertyMap> | PropertyMap;

/** What one provider configuration offers. */
export interface ConfiguredProvider {
  /** Undefined for a type that the sandbox does not know; the framework then refuses and says where to add it. */
  resourceType(token: string): ResourceType | undefined;
  invoke(token: string): Invoke | undefined;
  close?(): Promise<void>;
}

/** One thing that exists in the embedded cloud, for the list that is independent of Pulumi's state. */
export interface ExistingThing {
  /** As the package names its kinds, e.g. `aws:s3/bucket:Bucket`. */
  readonly type: string;
  /** Identifier of the service's own. */
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The service's own word, e.g. `PendingDeletion`; absent for things that merely are. */
  readonly state?: string;
}

/** Something that a package offers beside its resource types, e.g. to put an object into a bucket. Arguments and result are plain data as JSON has it. */
export type PackageOperation = (args: PropertyMap) => Promise<unknown> | unknown;

/** A package of resource types, e.g. `aws`. */
export interface ProviderPackage {
  readonly name: string;
  /** Of the pinned npm package, or every run warns. */
  readonly version: string;
  /** Configuration that is text even where it looks like JSON, e.g. `password`; all else is parsed. */
  readonly textConfiguration?: readonly string[];
  /** Refuses a bad configuration before anything is configured; `config` may hold unknown values. */
  checkConfig?(config: PropertyMap): readonly CheckFailure[];
  /** Nested values have been parsed from the strings that the engine sends. */
  configure(config: PropertyMap): Promise<ConfiguredProvider>;
  /** Where a person adds a type, e.g. `sandbox/aws/types/`; named by the error for an unknown one. */
  readonly typesFolder: string;
  /** Everything of this package that exists now; without it, the package keeps nothing of its own. No secrets. */
  existingThings?(): readonly ExistingThing[];
  /** By name. */
  readonly operations?: Readonly<Record<string, PackageOperation>>;
}
