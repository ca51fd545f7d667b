import { SecretValue } from "../synth/secret-value.ts";

/** A value somewhere in a resource's inputs. */
export interface Leaf {
  /** `rules[daily].lifecycle.deleteAfter`: items of lists by what they are called, where they have a name. */
  readonly path: string;
  /** The last name in the path. */
  readonly key: string;
  readonly value: string | number | boolean;
}

/** What items of a list are told apart by. */
const identities = ["ruleName", "id", "destinationVaultArn", "name", "deviceName"];

/** Every text, number and switch in inputs; secrets are left out. */
export function leavesOf(inputs: unknown, path = "", key = ""): readonly Leaf[] {
  if (inputs instanceof SecretValue || inputs === null || inputs === undefined) return [];
  if (Array.isArray(inputs)) {
    return inputs.flatMap((item, index) => leavesOf(item, `${path}[${identityOf(item, index)}]`, key));
  }
  if (typeof inputs === "object") {
    return Object.entries(inputs).flatMap(([name, value]) =>
      leavesOf(value, path === "" ? name : `${path}.${name}`, name),
    );
  }
  return isPlain(inputs) ? [{ path, key, value: inputs }] : [];
}

const isPlain = (value: unknown): value is Leaf["value"] => ["string", "number", "boolean"].includes(typeof value);

function identityOf(item: unknown, index: number): string {
  if (typeof item === "string") return item;
  if (typeof item !== "object" || item === null) return String(index);
  const fields = item as Readonly<Record<string, unknown>>;
  const name = identities.map((identity) => fields[identity]).find((value) => typeof value === "string");
  return typeof name === "string" ? name : String(index);
}
