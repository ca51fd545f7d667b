import * as pulumi from "@pulumi/pulumi";

/** `value` as JSON: at once where nothing in it is still to come, which spares the engine and synth an Output each. */
export function jsonText(value: unknown): pulumi.Input<string> {
  return isSettled(value) ? JSON.stringify(value) : pulumi.jsonStringify(value);
}

function isSettled(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return false;
  return Object.values(value).every(isSettled);
}
