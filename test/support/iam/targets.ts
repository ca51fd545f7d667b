import type { SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { type PolicyDocument, parsedPolicy } from "./policy.ts";
import { arnsOf } from "./session.ts";

/** Something of a tenant that a role could act on. */
export interface IamTarget {
  readonly tenant: string;
  readonly arn: string;
  readonly accountId: string;
  readonly tags: Readonly<Record<string, string>>;
  /** A bucket's, key's, topic's … own policy. */
  readonly resourcePolicy?: PolicyDocument;
}

type Inputs = Readonly<Record<string, unknown>>;

/** What lies inside a resource and has an ARN of its own, by the service and the ARN's beginning. */
function parts(arn: string): readonly string[] {
  const [, , service = "", , , ...rest] = arn.split(":");
  if (service === "s3") return [`${arn}/records/1`];
  if (service === "logs" && rest[0] === "log-group") return [`${arn}:log-stream:pod`];
  return [];
}

/** Properties by which a resource's own policy says which resource it is of. */
const policyOwners = ["bucket", "arn", "secretArn", "keyId", "queueUrl", "topicArn"];

/** Everything that the stacks of `tenants` declare and that has an ARN, with what lies inside and its own policy. */
export function targetsOf(stacks: readonly SynthesisedStack[], tenants: readonly string[]): readonly IamTarget[] {
  return stacks.filter(({ stack }) => tenants.includes(stack)).flatMap(targetsIn);
}

function targetsIn(stack: SynthesisedStack): readonly IamTarget[] {
  const arns = arnsOf([stack]);
  const accountId = [...arns.values()]
    .map((arn) => arn.split(":")[4])
    .find((account) => /^\d{12}$/.test(account ?? ""));
  const tenant = stack.stack;
  const declared = stack.resources.flatMap((resource) => {
    const arn = arns.get(resource.urn);
    if (arn === undefined || !resource.type.startsWith("aws:") || !arn.startsWith("arn:")) return [];
    const policy = policyOf(resource, arn, stack.resources);
    const one = {
      tenant,
      accountId: accountId ?? "",
      tags: (resource.inputs["tags"] ?? {}) as Readonly<Record<string, string>>,
      ...(policy === undefined ? {} : { resourcePolicy: policy }),
    };
    return [arn, ...parts(arn)].map((arn) => ({ ...one, arn }));
  });
  return declared;
}

function policyOf(
  resource: SynthesisedResource,
  arn: string,
  all: readonly SynthesisedResource[],
): PolicyDocument | undefined {
  if (typeof resource.inputs["policy"] === "string" && resource.type.startsWith("aws:kms/"))
    return parsedPolicy(resource.inputs["policy"]);
  const names = new Set([arn, arn.split(":").at(-1)]);
  const found = all.find(
    ({ type, inputs }) => /Policy:\w+Policy$/.test(type) && !type.startsWith("aws:iam/") && isOf(inputs, names),
  );
  return found === undefined ? undefined : parsedPolicy(found.inputs["policy"]);
}

function isOf(inputs: Inputs, names: ReadonlySet<string | undefined>): boolean {
  return policyOwners.some((owner) => typeof inputs[owner] === "string" && names.has(inputs[owner]));
}
