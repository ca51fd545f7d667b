import type { SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { type PolicyDocument, parsedPolicy } from "./policy.ts";

/** Who acts: a role as a tenant's workload or one of its services takes it. */
export interface IamSession {
  /** Stack that it acts for. */
  readonly tenant: string;
  readonly roleArn: string;
  readonly accountId: string;
  readonly region: string;
  readonly identityPolicies: readonly { readonly name: string; readonly policy: PolicyDocument }[];
  readonly boundary?: PolicyDocument;
  /** Tags of the session, without `aws:PrincipalTag/`. */
  readonly tags: Readonly<Record<string, string>>;
  /** Taken by the tenant's own code, by EKS Pod Identity; the others only AWS' services can take. */
  readonly isWorkload: boolean;
}

/** Roles of every stack with all that is attached to them, by ARN. */
interface Roles {
  readonly identityPolicies: IamSession["identityPolicies"];
  readonly boundary?: PolicyDocument;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const ofType = (stacks: readonly SynthesisedStack[], type: string) =>
  stacks.flatMap(({ resources }) => resources.filter((resource) => resource.type === type));

/** The ARN that the cloud is predicted to give, by URN. */
export function arnsOf(stacks: readonly SynthesisedStack[]): ReadonlyMap<string, string> {
  return new Map(
    stacks.flatMap(({ predicted }) =>
      predicted.filter(({ property }) => property === "arn").map(({ urn, value }) => [urn, text(value)] as const),
    ),
  );
}

function rolesOf(stacks: readonly SynthesisedStack[]): ReadonlyMap<string, Roles> {
  const arns = arnsOf(stacks);
  const managed = new Map(
    ofType(stacks, "aws:iam/policy:Policy").map(({ urn, inputs }) => [arns.get(urn), parsedPolicy(inputs["policy"])]),
  );
  return new Map(
    ofType(stacks, "aws:iam/role:Role").map((role) => {
      // Names of roles hold their cell's id or their tenant's uid, so one name is one role of the fleet.
      const ofRole = ({ inputs }: SynthesisedResource) => inputs["role"] === role.inputs["name"];
      const inline = ofType(stacks, "aws:iam/rolePolicy:RolePolicy").filter(ofRole);
      const attached = ofType(stacks, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter(ofRole);
      const boundary = managed.get(text(role.inputs["permissionsBoundary"]));
      return [
        arns.get(role.urn) ?? "",
        {
          identityPolicies: [
            ...inline.map(({ name, inputs }) => ({ name, policy: parsedPolicy(inputs["policy"]) })),
            ...attached.flatMap(({ name, inputs }) => {
              const policy = managed.get(text(inputs["policyArn"]));
              return policy === undefined ? [] : [{ name, policy }];
            }),
          ],
          ...(boundary === undefined ? {} : { boundary }),
        },
      ] as const;
    }),
  );
}

/**
 * Every session that acts for a tenant: its workload's, by the pod identity that its stack associates (with the tags
 * that EKS sets), and the roles of its own stack that services take.
 */
export function sessionsOf(stacks: readonly SynthesisedStack[], tenants: readonly string[]): readonly IamSession[] {
  const roles = rolesOf(stacks);
  const arns = arnsOf(stacks);
  return stacks
    .filter(({ stack }) => tenants.includes(stack))
    .flatMap((stack) => {
      const provider = stack.resources.find(({ type }) => type === "pulumi:providers:aws");
      const region = text(provider?.inputs["region"]);
      const session = (roleArn: string, tags: IamSession["tags"], isWorkload: boolean): IamSession => {
        const found = roles.get(roleArn);
        if (found === undefined) throw new Error(`${stack.stack} acts as ${roleArn}, which no stack declares`);
        const accountId = roleArn.split(":")[4] ?? "";
        return { tenant: stack.stack, roleArn, accountId, region, tags, isWorkload, ...found };
      };
      const workloads = ofType([stack], "aws:eks/podIdentityAssociation:PodIdentityAssociation").map(({ inputs }) =>
        session(text(inputs["roleArn"]), podTags(inputs), true),
      );
      const taken = new Set(workloads.map(({ roleArn }) => roleArn));
      const services = ofType([stack], "aws:iam/role:Role")
        .map(({ urn }) => arns.get(urn) ?? "")
        .filter((arn) => !taken.has(arn))
        .map((arn) => session(arn, {}, false));
      return [...workloads, ...services];
    });
}

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html */
function podTags(inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return {
    "kubernetes-namespace": text(inputs["namespace"]),
    "kubernetes-service-account": text(inputs["serviceAccount"]),
    "eks-cluster-name": text(inputs["clusterName"]),
  };
}
