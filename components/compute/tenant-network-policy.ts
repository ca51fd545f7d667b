import { gatewayNamespace } from "../edge/gateway.ts";

const everywhere = "0.0.0.0/0";
const linkLocal = "169.254.0.0/16";
/** Where the EKS Pod Identity agent answers on every node (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html). */
const podIdentityAgent = "169.254.170.23/32";
/** Addresses that networks of cells are made of (RFC 1918). */
const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

const tcp = (port: number) => ({ protocol: "TCP", port });

const dns = {
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
  podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
};

/** What comes from outside comes by the cell's gateway, to the workload's own port and no other. */
const gateway = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": gatewayNamespace } } };

/**
 * What a tenant's pods may talk to: a policy that selects a pod denies it all but what its rules allow.
 *
 * A pod of another tenant is closed from its own side: nothing may come in there but from its own namespace and
 * the gateway's.
 */
export const tenantNetworkPolicy = {
  podSelector: {},
  policyTypes: ["Ingress", "Egress"],
  ingress: [{ from: [{ podSelector: {} }] }, { from: [gateway], ports: [{ protocol: "TCP", port: "http" }] }],
  egress: [
    { to: [{ podSelector: {} }] },
    { to: [dns], ports: [{ protocol: "UDP", port: 53 }, tcp(53)] },
    // PostgreSQL and the cache, which serverless caches offer at two ports.
    { to: privateBlocks.map((cidr) => ({ ipBlock: { cidr } })), ports: [tcp(5432), tcp(6379), tcp(6380)] },
    // S3's gateway has public addresses; the network has no other way out. Nodes' metadata stays closed.
    { to: [{ ipBlock: { cidr: everywhere, except: [linkLocal] } }], ports: [tcp(443)] },
    { to: [{ ipBlock: { cidr: podIdentityAgent } }], ports: [tcp(80)] },
  ],
};
