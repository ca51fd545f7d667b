import "../../stacks/sdk-stubs.mjs";
import * as pulumi from "@pulumi/pulumi";
import { type Properties, type PropertyFunctions, propertyFunctions, type Resolve } from "./sdk-properties.ts";

const { resolveProperties: resolveEagerly } = propertyFunctions;

/** The properties of one resource: what they came to, and the outputs that were asked for. */
interface Transferred {
  readonly props: Properties;
  readonly outputs: Map<string, unknown>;
  /** Of outputs that were asked for before the engine answered. */
  readonly waiting: Map<string, Resolve>;
  answer?: (resolve: Resolve, property: string) => void;
}

/** The same for every copy of this file in a process, since they share the SDK's classes and so their accessors. */
const transferred: unique symbol = Symbol.for("tenantry:transferred");
type Transferring = { [transferred]?: Transferred };

/** Prototypes whose instances find their outputs in `transferred`, with the names that they have there. */
const prepared = new WeakMap<object, Set<string>>();

/**
 * Gives a resource its outputs when they are asked for. The SDK makes one for each of a type's properties, some forty
 * for a bucket, each of a dozen promises; hardly any of them is ever read.
 */
export const transferLazily: PropertyFunctions["transferProperties"] = (onto, _label, props) => {
  const state: Transferred = { props, outputs: new Map(), waiting: new Map() };
  (onto as Transferring)[transferred] = state;
  prepare(Object.getPrototypeOf(onto) as object, props);
  const fail: Resolve = (_value, _isKnown, _isSecret, _deps, error) =>
    settle(state, (resolve) => resolve(undefined, true, false, [], error));
  return Object.assign({ fail }, { [transferred]: state });
};

/** Hands the engine's answer to the outputs that wait for it, and keeps it for those that are asked for later. */
export const resolveLazily: PropertyFunctions["resolveProperties"] = (...given) => {
  const [, resolvers, , , all, deps, error, keepUnknowns] = given;
  const state = (resolvers as Transferring)[transferred];
  if (state === undefined) {
    resolveEagerly(...given);
    return;
  }
  const isAbsentKnown = !pulumi.runtime.isDryRun() && !keepUnknowns;
  settle(state, (resolve, property) => {
    if (error) resolve(undefined, true, false, [], error);
    else if (Object.hasOwn(all, property)) {
      const value = all[property];
      const { isRpcSecret, unwrapRpcSecret } = propertyFunctions;
      resolve(unwrapRpcSecret(value), true, isRpcSecret(value), deps[property]);
    } else resolve(undefined, isAbsentKnown, false);
  });
};

function settle(state: Transferred, answer: NonNullable<Transferred["answer"]>): void {
  state.answer ??= answer;
  for (const [property, resolve] of state.waiting) answer(resolve, property);
  state.waiting.clear();
}

function prepare(prototype: object, props: Properties): void {
  let names = prepared.get(prototype);
  if (names === undefined) {
    names = new Set();
    prepared.set(prototype, names);
  }
  for (const property of Object.keys(props)) {
    if (property === "id" || property === "urn" || names.has(property)) continue;
    names.add(property);
    Object.defineProperty(prototype, property, {
      configurable: true,
      get(this: Transferring) {
        return this[transferred] && outputOf(this[transferred], this, property);
      },
      // The SDK's own way, outside of a synthesis, puts the output on the resource itself.
      set(value: unknown) {
        Object.defineProperty(this, property, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
}

function outputOf(state: Transferred, resource: object, property: string): unknown {
  if (!Object.hasOwn(state.props, property)) return undefined;
  const known = state.outputs.get(property);
  if (known !== undefined) return known;
  const parts = {
    value: Promise.withResolvers(),
    known: Promise.withResolvers(),
    secret: Promise.withResolvers(),
    deps: Promise.withResolvers(),
  };
  const resolve: Resolve = (value, isKnown, isSecret, deps = [], error) => {
    if (error) for (const { reject } of Object.values(parts)) reject(error);
    parts.value.resolve(value);
    parts.known.resolve(isKnown);
    parts.secret.resolve(isSecret);
    parts.deps.resolve(deps);
  };
  const output = newOutput(
    resource,
    parts.value.promise,
    parts.known.promise,
    parts.secret.promise,
    parts.deps.promise,
  );
  state.outputs.set(property, output);
  if (state.answer) state.answer(resolve, property);
  else state.waiting.set(property, resolve);
  return output;
}

/** Not part of the SDK's declarations: an output from the promises of its parts. */
const newOutput = (...parts: readonly unknown[]): unknown =>
  new (pulumi.Output as unknown as new (...args: readonly unknown[]) => unknown)(...parts);
