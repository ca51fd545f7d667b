import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { terraformType } from "./terraform-names.ts";

/** Where a resource stands in a Terraform configuration: `aws_kms_key.acme-corp-key`. */
export interface TerraformAddress {
  readonly address: string;
  readonly type: string;
  /** Matches `[A-Za-z_][A-Za-z0-9_-]*`. */
  readonly name: string;
}

/**
 * The addresses of the resources that have an equivalent in Terraform, by URN. A name is the resource's own with what
 * Terraform refuses replaced; where two of a type come to the same, the later one in order of declaration is numbered.
 */
export function terraformAddresses(resources: readonly SynthesisedResource[]): ReadonlyMap<string, TerraformAddress> {
  const addresses = new Map<string, TerraformAddress>();
  const taken = new Set<string>();
  for (const { urn, type: token, name } of resources) {
    const type = terraformType(token)?.type;
    if (type === undefined) continue;
    const address = free(type, validName(name), taken);
    taken.add(address.address);
    addresses.set(urn, address);
  }
  return addresses;
}

function free(type: string, name: string, taken: ReadonlySet<string>): TerraformAddress {
  let free = name;
  for (let number = 2; taken.has(`${type}.${free}`); number += 1) free = `${name}_${number}`;
  return { address: `${type}.${free}`, type, name: free };
}

function validName(name: string): string {
  const valid = name.replace(/[^A-Za-z0-9_-]/g, "_");
  return /^[A-Za-z_]/.test(valid) ? valid : `_${valid}`;
}
