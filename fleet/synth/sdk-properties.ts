import { createRequire } from "node:module";

export type Properties = Readonly<Record<string, unknown>>;
export type Resolve = (
  value: unknown,
  isKnown: boolean,
  isSecret: boolean,
  deps?: readonly unknown[],
  error?: Error,
) => void;
type Resolvers = Record<string, Resolve>;

/** What the SDK's registration calls of its module for properties (@pulumi/pulumi/runtime/rpc.js). */
export interface PropertyFunctions {
  transferProperties: (onto: object, label: string, props: Properties) => Resolvers;
  resolveProperties: (
    resource: object,
    resolvers: Resolvers,
    type: string,
    name: string,
    all: Properties,
    deps: Readonly<Record<string, readonly unknown[]>>,
    error?: Error,
    keepUnknowns?: boolean,
  ) => void;
  /** Values for the wire, and for each property the resources that its value came from. */
  serializeResourceProperties: (
    label: string,
    props: Properties,
    options: { readonly pendingRegistration?: { inputProperty?: string } },
  ) => Promise<readonly [Properties, ReadonlyMap<string, ReadonlySet<object>>]>;
  serializeProperty: (context: string, value: unknown, dependencies: Set<object>, options?: object) => Promise<unknown>;
  readonly isRpcSecret: (value: unknown) => boolean;
  readonly unwrapRpcSecret: (value: unknown) => unknown;
}

/** Loaded as the SDK's own modules load it, so that both see one object. */
export const propertyFunctions = createRequire(import.meta.url)("@pulumi/pulumi/runtime/rpc.js") as PropertyFunctions;
