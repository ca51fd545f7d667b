import { type Control, enforcedBy, input, ofDatabase } from "../control.ts";

const row = "R-SEC-9";

/** Nothing is trusted for where it is. */
export const controls: readonly Control[] = [
  {
    id: "network-isolation",
    row,
    paths: [],
    demand: () => "no other tenant's pod reaches the tenant's",
    judge: (evidence) =>
      enforcedBy(
        evidence.own.filter(({ type }) => type === "kubernetes:networking.k8s.io/v1:NetworkPolicy"),
        "the namespace has no network policy",
      ),
  },
  {
    id: "authenticated-database-sessions",
    row,
    paths: [],
    demand: () => "every session of the database is authenticated by IAM",
    judge: (evidence) =>
      enforcedBy(
        ofDatabase(evidence, "aws:rds/instance:Instance", "aws:rds/cluster:Cluster").filter(
          (server) => input(server, "iamDatabaseAuthenticationEnabled") === true,
        ),
        "no database server authenticates by IAM",
      ),
  },
  {
    id: "private-endpoints",
    row,
    paths: [],
    demand: () => "databases and clusters have no public address",
    judge: (evidence) => {
      const servers = ofDatabase(evidence, "aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance");
      const open = servers.filter((server) => input(server, "publiclyAccessible") === true);
      return open.length > 0
        ? { kind: "missing", because: `${open.map(({ name }) => name).join(", ")} have a public address` }
        : enforcedBy(servers, "there is no database server");
    },
  },
];
