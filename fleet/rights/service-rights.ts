import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { listOf, type Right, type RightsOf, wordOf } from "./right.ts";

/** Rights that services of AWS give by resources of their own instead of policies: pods' roles, the cluster's, the cache's. */
export const serviceRights: RightsOf = (side) => [
  ...side.ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation").map(podRole),
  ...side.ofType("aws:eks/accessPolicyAssociation:AccessPolicyAssociation").map(clusterAccess),
  ...side.ofType("aws:eks/accessEntry:AccessEntry").flatMap(clusterGroups),
  ...side.ofType("aws:elasticache/user:User").map(cacheUser),
  ...side
    .ofType("aws:elasticache/userGroupAssociation:UserGroupAssociation")
    .map(({ name, inputs }) => cacheMember(name, wordOf(inputs["userGroupId"]), wordOf(inputs["userId"]))),
  ...side
    .ofType("aws:elasticache/userGroup:UserGroup")
    .flatMap(({ name, inputs }) =>
      listOf(inputs["userIds"]).map((user) => cacheMember(name, wordOf(inputs["userGroupId"]), user)),
    ),
];

const podRole = ({ name, inputs }: SynthesisedResource): Right => ({
  parts: ["pods", ...["clusterName", "namespace", "serviceAccount", "roleArn"].map((key) => wordOf(inputs[key]))],
  resource: name,
  property: "roleArn",
  words: `pods of ${wordOf(inputs["namespace"])}/${wordOf(inputs["serviceAccount"])} take the role ${wordOf(inputs["roleArn"])}`,
});

const clusterAccess = ({ name, inputs }: SynthesisedResource): Right => ({
  parts: [
    "cluster",
    wordOf(inputs["principalArn"]),
    wordOf(inputs["policyArn"]),
    JSON.stringify(inputs["accessScope"]),
  ],
  resource: name,
  property: "policyArn",
  words: `${wordOf(inputs["principalArn"])} has ${wordOf(inputs["policyArn"])} in the cluster`,
});

const clusterGroups = ({ name, inputs }: SynthesisedResource): readonly Right[] =>
  listOf(inputs["kubernetesGroups"]).map((group) => ({
    parts: ["cluster group", wordOf(inputs["principalArn"]), group],
    resource: name,
    property: "kubernetesGroups",
    words: `${wordOf(inputs["principalArn"])} is in the cluster's group ${group}`,
  }));

const cacheUser = ({ name, inputs }: SynthesisedResource): Right => ({
  parts: ["cache user", wordOf(inputs["userId"]), wordOf(inputs["accessString"])],
  resource: name,
  property: "accessString",
  words: `the cache's user ${wordOf(inputs["userId"])} has ${wordOf(inputs["accessString"])}`,
});

const cacheMember = (resource: string, group: string, user: string): Right => ({
  parts: ["cache group", group, user],
  resource,
  property: "userIds",
  words: `the cache's user ${user} is in the group ${group}`,
});

const gives = (rule: string): boolean => /^[+~&%]/.test(rule);

/**
 * Whether an access string of a cache's user (Valkey's ACL rules, which are applied one after the other) gives no more
 * than another: it is the same with rules that give left out, and rules that take put in.
 */
export function givesNoMore(head: string, base: string): boolean {
  const known = base.trim().split(/\s+/);
  let place = 0;
  for (const rule of head.trim().split(/\s+/)) {
    let next = place;
    while (known[next] !== rule && gives(known[next] ?? "")) next += 1;
    if (known[next] === rule) place = next + 1;
    else if (!rule.startsWith("-")) return false;
  }
  return known.slice(place).every(gives);
}
