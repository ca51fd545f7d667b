import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { text } from "../../values.ts";

/** Names of load balancers and target groups: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export function checkName(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  if (name === undefined) return [];
  return when(
    [name.length > 32, "name", `"name" cannot be longer than 32 characters: ${name}`],
    [!/^[a-zA-Z0-9-]+$/.test(name), "name", `only alphanumeric characters and hyphens allowed in "name": ${name}`],
    [/^-|-$/.test(name), "name", `"name" cannot begin or end with a hyphen: ${name}`],
    [name.startsWith("internal-"), "name", `"name" cannot begin with "internal-": ${name}`],
  );
}
