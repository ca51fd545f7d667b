import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { joined, noPolicy, type Policy, readPolicy } from "./policy.ts";
import type { StackResources } from "./stack-resources.ts";
import type { Subject } from "./subject.ts";

/** Who holds rights: the type, the input of policies and attachments that names it. */
const holders = [
  { type: "aws:iam/role:Role", input: "role", list: "roles" },
  { type: "aws:iam/user:User", input: "user", list: "users" },
  { type: "aws:iam/group:Group", input: "group", list: "groups" },
] as const;

const inlineTypes = [
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
];
const attachmentTypes = [
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  "aws:iam/policyAttachment:PolicyAttachment",
];
const policyType = "aws:iam/policy:Policy";

/** Texts of a property: one, or a list of them. */
const textsOf = (value: unknown): readonly string[] => [value ?? []].flat().map(String);

/** A role's own policies, its trust and its boundary; the same of users and groups; and policies that others may attach. */
export function identitySubjects(
  side: StackResources,
  nameOf: (resource: SynthesisedResource) => string,
): readonly Subject[] {
  const policies = new AttachedPolicies(side, nameOf);
  return [
    ...side.ofType("aws:iam/role:Role").map((role) => trustOf(role, nameOf(role))),
    ...policies.subjects(),
    ...holders.flatMap(({ type }) => side.ofType(type)).map((holder) => boundaryOf(holder, nameOf(holder))),
  ];
}

const trustOf = (role: SynthesisedResource, name: string): Subject => ({
  key: `trust ${name}`,
  resource: role.name,
  property: "assumeRolePolicy",
  policy: readPolicy(role.inputs["assumeRolePolicy"]),
  othersAllow: true,
});

/** No boundary bounds nothing. One is known by its ARN: its text is a subject of its own, of this stack or another. */
function boundaryOf(holder: SynthesisedResource, name: string): Subject {
  const [arn] = textsOf(holder.inputs["permissionsBoundary"]);
  const policy: Policy =
    arn === undefined
      ? readPolicy({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } })
      : { statements: [], opaque: [arn] };
  return { key: `boundary ${name}`, resource: holder.name, property: "permissionsBoundary", policy, othersAllow: true };
}

class AttachedPolicies {
  readonly #side: StackResources;
  readonly #nameOf: (resource: SynthesisedResource) => string;
  readonly #held = new Map<string, { readonly resource: string; readonly policies: Policy[] }>();

  constructor(side: StackResources, nameOf: (resource: SynthesisedResource) => string) {
    this.#side = side;
    this.#nameOf = nameOf;
  }

  subjects(): readonly Subject[] {
    const side = this.#side;
    for (const inline of inlineTypes.flatMap((type) => side.ofType(type))) {
      this.#hold(inline, readPolicy(inline.inputs["policy"]));
    }
    for (const { type } of holders) for (const holder of side.ofType(type)) this.#holdOwn(holder);
    const attachments = attachmentTypes.flatMap((type) => side.ofType(type));
    for (const attachment of attachments) this.#hold(attachment, this.#attached(attachment.inputs["policyArn"]));
    const attached = new Set(attachments.flatMap(({ inputs }) => textsOf(inputs["policyArn"])));
    return [
      ...[...this.#held].map(([key, { resource, policies }]) => subject(key, resource, joined(policies))),
      ...side
        .ofType(policyType)
        .filter((policy) => !textsOf(side.value(policy, "arn")).some((arn) => attached.has(arn)))
        .map((policy) => subject(`policy ${this.#nameOf(policy)}`, policy.name, readPolicy(policy.inputs["policy"]))),
    ];
  }

  /** Policies written into a role itself. */
  #holdOwn(holder: SynthesisedResource): void {
    const { inlinePolicies, managedPolicyArns } = holder.inputs;
    const inline = [inlinePolicies ?? []].flat().map((one) => readPolicy((one as { policy?: unknown }).policy));
    const managed = textsOf(managedPolicyArns).map((arn) => this.#attached(arn));
    if (inline.length + managed.length > 0)
      this.#add(`${holder.type} ${this.#nameOf(holder)}`, holder.name, [...inline, ...managed]);
  }

  #attached(arn: unknown): Policy {
    const [text] = textsOf(arn);
    if (text === undefined) return noPolicy;
    const own = this.#side.byOutput(policyType, text);
    return own === undefined ? { statements: [], opaque: [text] } : readPolicy(own.inputs["policy"]);
  }

  #hold(holding: SynthesisedResource, policy: Policy): void {
    for (const { type, input, list } of holders) {
      for (const name of [...textsOf(holding.inputs[input]), ...textsOf(holding.inputs[list])]) {
        const holder = this.#side.ofType(type).find((one) => this.#side.value(one, "name") === name);
        this.#add(`${type} ${holder === undefined ? name : this.#nameOf(holder)}`, holding.name, [policy]);
      }
    }
  }

  #add(key: string, resource: string, policies: readonly Policy[]): void {
    const held = this.#held.get(key) ?? { resource, policies: [] };
    held.policies.push(...policies);
    this.#held.set(key, held);
  }
}

const subject = (key: string, resource: string, policy: Policy): Subject => ({
  key,
  resource,
  property: "policy",
  policy,
  othersAllow: false,
});
