import { isDeepStrictEqual } from "node:util";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { type PathSteps, valueAt } from "./property-path.ts";
import { type PropertyMap, unknownValue } from "./provider.ts";
import { isMap } from "./structural-diff.ts";

type Struct = InstanceType<typeof struct.Struct>;

// Marks of the engine's wire format: pulumi/sdk/go/common/resource/{sig,plugin/rpc}.go.
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownTexts: ReadonlySet<unknown> = new Set([
  unknownText,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** A value that arrived wrapped as a secret, and where. */
export interface SecretPlace {
  readonly steps: PathSteps;
  readonly value: unknown;
}

/** Values without wrappers, beside the places that were secret. */
export interface PlainValues {
  readonly values: PropertyMap;
  readonly secrets: readonly SecretPlace[];
}

/**
 * Takes secrets' wrappers off and turns unknown marks into `unknownValue`. No struct gives an empty map.
 */
export function fromWire(message: Struct | undefined): PlainValues {
  return unwrapMap((message?.toJavaScript() ?? {}) as PropertyMap);
}

/** As `fromWire`, for values that were never a protobuf message, e.g. parsed JSON. */
export function unwrapMap(wire: PropertyMap): PlainValues {
  const secrets: SecretPlace[] = [];
  const values = unwrapEntries(wire, [], secrets);
  return { values, secrets };
}

function unwrapEntries(map: PropertyMap, at: PathSteps, secrets: SecretPlace[]): PropertyMap {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, unwrap(value, [...at, name], secrets)]));
}

function unwrap(value: unknown, at: PathSteps, secrets: SecretPlace[]): unknown {
  if (unknownTexts.has(value)) return unknownValue;
  if (Array.isArray(value)) return value.map((item, index) => unwrap(item, [...at, index], secrets));
  if (!isMap(value)) return value;
  if (value[signatureKey] !== secretSignature) return unwrapEntries(value, at, secrets);
  const plain = unwrap(value["value"], at, secrets);
  secrets.push({ steps: at, value: plain });
  return plain;
}

/**
 * Puts the wrappers back: at the place where a secret arrived, else around the whole property, where a list was
 * reordered or the value changed its shape; and around every property of `secretNames`.
 */
export function toWire(
  values: PropertyMap,
  secrets: readonly SecretPlace[],
  secretNames: readonly string[] = [],
): Struct {
  const places = new Set<string>(secretNames.map((name) => placeKey([name])));
  for (const secret of secrets) {
    const steps = placeOf(values, secret);
    if (steps) places.add(placeKey(steps));
  }
  return struct.Struct.fromJavaScript(
    wrapEntries(values, [], places) as Parameters<typeof struct.Struct.fromJavaScript>[0],
  );
}

function placeKey(steps: PathSteps): string {
  return JSON.stringify(steps);
}

function placeOf(values: PropertyMap, secret: SecretPlace): PathSteps | undefined {
  const top = secret.steps.slice(0, 1);
  if (valueAt(values, top) === undefined) return undefined;
  const found = valueAt(values, secret.steps);
  const passesList = secret.steps.some((step) => typeof step === "number");
  if (found === undefined) return passesList || !isMap(valueAt(values, top)) ? top : undefined;
  return passesList && !isDeepStrictEqual(found, secret.value) ? top : secret.steps;
}

function wrapEntries(map: PropertyMap, at: PathSteps, places: ReadonlySet<string>): PropertyMap {
  const present = Object.entries(map).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, wrap(value, [...at, name], places)]));
}

function wrap(value: unknown, at: PathSteps, places: ReadonlySet<string>): unknown {
  const inner = wrapInner(value, at, places);
  return places.has(placeKey(at)) ? { [signatureKey]: secretSignature, value: inner } : inner;
}

function wrapInner(value: unknown, at: PathSteps, places: ReadonlySet<string>): unknown {
  if (value === unknownValue) return unknownText;
  if (Array.isArray(value)) return value.map((item, index) => wrap(item ?? null, [...at, index], places));
  return isMap(value) ? wrapEntries(value, at, places) : value;
}
