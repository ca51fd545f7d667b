import { dedicatedNodesLabel, hostnameAnnotation, tenantLabel } from "../compute/namespace-labels.ts";
import { tenantNodeKey } from "../compute/node-group.ts";

/** Expressions are CEL, with what the API server gives them: `object`, `namespaceObject`, `variables`. */
export interface GuardRailPolicy {
  readonly apiGroup: string;
  readonly resources: readonly string[];
  readonly operations: readonly ("CREATE" | "UPDATE")[];
  readonly variables?: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly { readonly expression: string; readonly message: string }[];
}

const tenantOfNamespace = { name: "tenant", expression: `namespaceObject.metadata.labels['${tenantLabel}']` };

const services: GuardRailPolicy = {
  apiGroup: "",
  resources: ["services"],
  operations: ["CREATE", "UPDATE"],
  validations: [
    {
      expression: "object.spec.type in ['ClusterIP']",
      message: "a tenant's Service is of type ClusterIP: ExternalName points at others, the other types open the node",
    },
    {
      expression: "!has(object.spec.externalIPs) || object.spec.externalIPs.size() == 0",
      message: "externalIPs would take traffic that is meant for others",
    },
  ],
};

const ownHostname = `'${hostnameAnnotation}' in namespaceObject.metadata.annotations ? namespaceObject.metadata.annotations['${hostnameAnnotation}'] : ''`;

const ingresses: GuardRailPolicy = {
  apiGroup: "networking.k8s.io",
  resources: ["ingresses"],
  operations: ["CREATE", "UPDATE"],
  variables: [{ name: "hostname", expression: `has(namespaceObject.metadata.annotations) ? (${ownHostname}) : ''` }],
  validations: [
    {
      expression: "!has(object.spec.defaultBackend)",
      message: "a default backend would answer for every host name",
    },
    {
      expression:
        "has(object.spec.rules) && object.spec.rules.size() > 0 && object.spec.rules.all(rule, has(rule.host) && variables.hostname != '' && rule.host == variables.hostname)",
      message: `every rule's host is the one in the namespace's annotation ${hostnameAnnotation}`,
    },
    {
      expression:
        "!has(object.spec.tls) || object.spec.tls.all(entry, has(entry.hosts) && entry.hosts.all(host, host == variables.hostname))",
      message: `every TLS host is the one in the namespace's annotation ${hostnameAnnotation}`,
    },
  ],
};

/** Taints of other kinds, such as a node that is not ready, may be tolerated; all taints at once may not. */
const tolerations =
  `!has(object.spec.tolerations) || object.spec.tolerations.all(toleration, has(toleration.key) && toleration.key != '' && ` +
  `(toleration.key == '${tenantNodeKey}' ? (has(toleration.value) && toleration.value == variables.tenant && ` +
  "(!has(toleration.operator) || toleration.operator == 'Equal')) : toleration.key.startsWith('node.kubernetes.io/')))";

const dedicated = `has(namespaceObject.metadata.labels) && '${dedicatedNodesLabel}' in namespaceObject.metadata.labels`;

const pods: GuardRailPolicy = {
  apiGroup: "",
  resources: ["pods"],
  operations: ["CREATE"],
  variables: [tenantOfNamespace],
  validations: [
    {
      expression: "!has(object.spec.nodeName) || object.spec.nodeName == ''",
      message: "nodeName would go past the scheduler, its taints and its limits",
    },
    {
      expression: "!has(object.spec.priorityClassName) || !object.spec.priorityClassName.startsWith('system-')",
      message: "priority classes of the system would push other tenants' pods off their nodes",
    },
    { expression: tolerations, message: "a pod tolerates the taint of its own tenant's nodes and of no others" },
    {
      expression: `!(${dedicated}) || (has(object.spec.nodeSelector) && '${tenantNodeKey}' in object.spec.nodeSelector && object.spec.nodeSelector['${tenantNodeKey}'] == variables.tenant)`,
      message: `a pod of a tenant with nodes of its own selects them: nodeSelector ${tenantNodeKey}: <tenant>`,
    },
    {
      expression: `!has(object.spec.nodeSelector) || !('${tenantNodeKey}' in object.spec.nodeSelector) || object.spec.nodeSelector['${tenantNodeKey}'] == variables.tenant`,
      message: "a pod selects no other tenant's nodes",
    },
  ],
};

const secrets: GuardRailPolicy = {
  apiGroup: "",
  resources: ["secrets"],
  operations: ["CREATE"],
  validations: [
    {
      expression: "!has(object.type) || object.type != 'kubernetes.io/service-account-token'",
      message: "a token that never ends would outlive a suspension: service accounts' tokens are asked for, and end",
    },
  ],
};

/** Refusals by the name of their policy. */
export const guardRailPolicies = { services, ingresses, pods, secrets } as const;
