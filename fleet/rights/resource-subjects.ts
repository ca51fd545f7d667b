import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { readPolicy } from "./policy.ts";
import type { StackResources } from "./stack-resources.ts";
import type { Subject } from "./subject.ts";

/** Without a policy of its own, an endpoint lets everything through. */
const openWithout: ReadonlySet<string> = new Set(["aws:ec2/vpcEndpoint:VpcEndpoint"]);
const openPolicy = { Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } };

const policyInput = /polic(y|ies)(Document)?$/i;

/** Whether a text is a policy of IAM's language: others, such as of data protection, have statements without an effect. */
const isPolicy = (value: unknown): boolean =>
  readPolicy(value).statements.length > 0 &&
  /"Effect"\s*:/.test(typeof value === "string" ? value : JSON.stringify(value));

/** Inputs of a resource that are its policy, by name. */
export const policyInputs = ({ type, inputs }: SynthesisedResource): readonly string[] =>
  type.startsWith("aws:") && !type.startsWith("aws:iam/")
    ? Object.keys(inputs).filter((name) => policyInput.test(name) && isPolicy(inputs[name]))
    : [];

/** Policies of resources: of buckets, keys, queues, topics, secrets, buses, endpoints and whatever else has one. */
export const resourceSubjects = (
  side: StackResources,
  nameOf: (resource: SynthesisedResource) => string,
): readonly Subject[] =>
  side.all.flatMap((resource) => {
    const known = policyInputs(resource);
    const isOpen = known.length === 0 && openWithout.has(resource.type);
    const written = known.map((name) => [name, resource.inputs[name]] as const);
    return [...written, ...(isOpen ? ([["policy", openPolicy]] as const) : [])].map(
      ([property, text]): Subject => ({
        key: `${resource.type} ${nameOf(resource)} ${property}`,
        resource: resource.name,
        property,
        policy: readPolicy(text),
        othersAllow: true,
      }),
    );
  });

/** Whether what a policy of the base guarded is still there, so that its denials are missed. */
export function isStillThere(policy: SynthesisedResource, head: StackResources): boolean {
  const [module] = policy.type.split("/");
  const texts = Object.entries(policy.inputs).flatMap(([name, value]) =>
    typeof value === "string" && !policyInput.test(name) ? [value] : [],
  );
  const isGuarded = ({ type, name }: SynthesisedResource): boolean =>
    type === policy.type ? name === policy.name : type.startsWith(`${module}/`);
  return (
    head.all.some((resource) => resource.type === policy.type && resource.name === policy.name) ||
    texts.some((text) => head.mentions(text, isGuarded))
  );
}
