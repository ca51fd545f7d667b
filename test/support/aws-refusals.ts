import assert from "node:assert/strict";
import type { PropertyMap } from "../../sandbox/provider/provider.ts";
import type { AwsClient } from "./aws-client.ts";

/** A bad value of one input, and what the refusal must say. */
export type BadValue = readonly [property: string, value: unknown, reason: RegExp];

/** Asserts that `good` passes and that each bad value in it is refused, at its property and with its reason. */
export async function refusesEach(
  client: AwsClient,
  type: string,
  good: PropertyMap,
  bad: readonly BadValue[],
): Promise<void> {
  assert.deepEqual(await client.check(type, good), []);
  for (const [property, value, reason] of bad) {
    const failures = await client.check(type, { ...good, [property]: value });
    assert.equal(failures.length > 0, true, `${property}: ${JSON.stringify(value)?.slice(0, 60)} passed`);
    assert.match(failures.map((failure) => `${failure.property}: ${failure.reason}`).join("\n"), reason);
  }
}

/** Asserts that each value of one input passes. */
export async function takesEach(
  client: AwsClient,
  type: string,
  good: PropertyMap,
  property: string,
  values: readonly unknown[],
): Promise<void> {
  for (const value of values)
    assert.deepEqual(await client.check(type, { ...good, [property]: value }), [], JSON.stringify(value)?.slice(0, 60));
}
