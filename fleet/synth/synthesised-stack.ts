/** Options of a resource as the program hands them to the engine, inherited ones included; an unset one is absent. */
export interface SynthesisedOptions {
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  /** URN of the resource whose deletion takes this one along. */
  readonly deletedWith?: string;
  readonly deleteBeforeReplace?: boolean;
  /** URNs, explicit and by property, sorted. */
  readonly dependencies?: readonly string[];
  /** Property → URNs that its value comes from, sorted. */
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  /** URN of the explicit provider; absent for the package's default one. */
  readonly provider?: string;
  readonly aliases?: readonly (string | SynthesisedAlias)[];
  readonly ignoreChanges?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  readonly customTimeouts?: Readonly<Record<string, string>>;
  /** Id of an existing thing that is taken over. */
  readonly importId?: string;
}

/** What a resource was called before; an absent part is as it is now. */
export interface SynthesisedAlias {
  readonly name?: string;
  readonly type?: string;
  readonly parent?: string;
  readonly noParent?: boolean;
}

/** A resource as the program declares it. Secrets in `inputs` are `SecretValue`s. */
export interface SynthesisedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** URN; absent for the stack itself. */
  readonly parent?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: SynthesisedOptions;
}

/** A value that the cloud makes: here a stable placeholder in the service's form. */
export interface Prediction {
  readonly urn: string;
  /** Name of the output, `id` for the resource's id. */
  readonly property: string;
  readonly value: unknown;
}

/** Everything that one run of a stack's program declares, in the order in which it was registered. */
export interface SynthesisedStack {
  readonly stack: string;
  readonly resources: readonly SynthesisedResource[];
  /** Outputs of the stack; secret ones are `SecretValue`s. */
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly predicted: readonly Prediction[];
}
