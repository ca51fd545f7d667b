import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { listOf, listOrAll, type Right, type RightsOf, wordOf } from "./right.ts";

type Fields = Readonly<Record<string, unknown>>;

const rbac = /^kubernetes:rbac\.authorization\.k8s\.io\/v1:(Role|ClusterRole|RoleBinding|ClusterRoleBinding)$/;

const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const mapsOf = (value: unknown): readonly Fields[] => [value ?? []].flat().map(fieldsOf);

interface Named {
  readonly name: string;
  readonly namespace: string;
}

function namedBy({ inputs, name }: SynthesisedResource): Named {
  const metadata = fieldsOf(inputs["metadata"]);
  return { name: wordOf(metadata["name"] ?? name), namespace: wordOf(metadata["namespace"] ?? "*") };
}

/** What Roles and ClusterRoles allow (verbs × resources × API groups × names), and to whom bindings give them. */
export const kubernetesRights: RightsOf = ({ all }) =>
  all.flatMap((resource) => {
    const [, kind] = rbac.exec(resource.type) ?? [];
    if (kind === undefined) return [];
    return kind.endsWith("Binding") ? bindingRights(resource) : roleRights(resource, kind);
  });

function roleRights(role: SynthesisedResource, kind: string): readonly Right[] {
  const { name, namespace } = namedBy(role);
  const id = `${kind} ${namespace}/${name}`;
  const ruled = mapsOf(role.inputs["rules"]).flatMap((rule) =>
    [...resourceRules(rule), ...urlRules(rule)].map(
      (parts): Right => ({
        parts: [id, ...parts],
        resource: role.name,
        property: "rules",
        words: `${kind} ${name} allows ${parts.slice(-2).join(" ")} of ${parts.slice(0, -2).join("/")}`,
      }),
    ),
  );
  const aggregated = role.inputs["aggregationRule"];
  return aggregated === undefined
    ? ruled
    : [
        ...ruled,
        {
          parts: [id, "aggregation", JSON.stringify(aggregated)],
          resource: role.name,
          property: "aggregationRule",
          words: `${kind} ${name} takes the rules of others, which cannot be told from the stack`,
        },
      ];
}

/** `apiGroup resource name verb`, each combination. */
const resourceRules = (rule: Fields): readonly (readonly string[])[] =>
  listOf(rule["apiGroups"]).flatMap((group) =>
    listOf(rule["resources"]).flatMap((resource) =>
      listOrAll(rule["resourceNames"]).flatMap((name) =>
        listOf(rule["verbs"]).map((verb) => [group, resource, name, verb]),
      ),
    ),
  );

const urlRules = (rule: Fields): readonly (readonly string[])[] =>
  listOf(rule["nonResourceURLs"]).flatMap((url) => listOf(rule["verbs"]).map((verb) => ["address", url, verb]));

function bindingRights(binding: SynthesisedResource): readonly Right[] {
  const { namespace } = namedBy(binding);
  const role = fieldsOf(binding.inputs["roleRef"]);
  const roleName = `${wordOf(role["kind"])} ${wordOf(role["name"])}`;
  return mapsOf(binding.inputs["subjects"]).map((subject) => {
    const who = `${wordOf(subject["kind"])} ${subject["namespace"] === undefined ? "" : `${wordOf(subject["namespace"])}/`}${wordOf(subject["name"])}`;
    const where = namespace === "*" ? "in all namespaces" : `in ${namespace}`;
    return {
      parts: ["binding", roleName, who, namespace],
      resource: binding.name,
      property: "subjects",
      words: `${who} has ${roleName} ${where}`,
    };
  });
}
