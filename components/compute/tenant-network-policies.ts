const everywhere = "0.0.0.0/0";
const linkLocal = "169.254.0.0/16";
/** Where the EKS Pod Identity agent answers on every node (https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html). */
const podIdentityAgent = "169.254.170.23/32";
/** Addresses that networks of cells are made of (RFC 1918). */
const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

const everyPod = { podSelector: {} };
const tcp = (port: number) => ({ protocol: "TCP", port });

/**
 * What a tenant's pods may talk to, by name of the policy: nothing, but what is added here.
 *
 * A pod of another tenant is closed from its own side: nothing may come in there but from its own namespace.
 */
export const tenantNetworkPolicies = {
  "default-deny": { ...everyPod, policyTypes: ["Ingress", "Egress"] },
  "same-namespace": {
    ...everyPod,
    policyTypes: ["Ingress", "Egress"],
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [{ to: [{ podSelector: {} }] }],
  },
  dns: {
    ...everyPod,
    policyTypes: ["Egress"],
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
            podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
          },
        ],
        ports: [{ protocol: "UDP", port: 53 }, tcp(53)],
      },
    ],
  },
  services: {
    ...everyPod,
    policyTypes: ["Egress"],
    egress: [
      { to: privateBlocks.map((cidr) => ({ ipBlock: { cidr } })), ports: [tcp(5432)] },
      // S3's gateway has public addresses; the network has no other way out. Nodes' metadata stays closed.
      { to: [{ ipBlock: { cidr: everywhere, except: [linkLocal] } }], ports: [tcp(443)] },
      { to: [{ ipBlock: { cidr: podIdentityAgent } }], ports: [tcp(80)] },
    ],
  },
};
