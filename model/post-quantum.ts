/** A connection or a signature, and whether it holds against a quantum computer that records it today. */
export interface PostQuantumPlace {
  readonly where: string;
  /** What is declared there; absent where nothing can be. */
  readonly declared?: string;
  /** Why it cannot be had; absent where it is declared. */
  readonly because?: string;
}

/**
 * Where hybrid post-quantum key exchange and signatures are declared, and where no setting of the service offers them.
 *
 * Sources: https://aws.amazon.com/security/post-quantum-cryptography/migrating-to-post-quantum-cryptography/ and the
 * services' own pages on TLS policies.
 */
export const postQuantumPlaces: readonly PostQuantumPlace[] = [
  { where: "load balancer behind the edge", declared: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" },
  { where: "API gateway", declared: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" },
  { where: "signatures of the control plane", declared: "ML_DSA_65" },
  { where: "edge, towards users", because: "CloudFront offers it by itself to whoever asks; no setting demands it" },
  { where: "calls of AWS services", because: "the client chooses; the services' endpoints have no policy to set" },
  { where: "PostgreSQL", because: "RDS has no setting for the groups that its TLS offers" },
  { where: "caches", because: "ElastiCache has no setting for the groups that its TLS offers" },
  { where: "certificates", because: "ACM issues RSA and ECDSA certificates only" },
];
