/**
 * Names of a cell's security groups. Its network is its own, so they need nothing before them.
 *
 * A name is there once in a network: whatever replaces a group (its description, its network) has to rename it as well,
 * or the new one, which comes before the old one goes, is refused.
 */
export const securityGroupNames = {
  caches: "caches",
  databases: "databases",
  edge: "edge",
  endpoints: "endpoints",
} as const;
