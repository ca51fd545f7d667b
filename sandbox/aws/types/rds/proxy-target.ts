import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { proxyToken } from "./proxy.ts";

const postgresPort = 5432;

/** The database behind a proxy. */
export const proxyTarget = defineType({
  token: "aws:rds/proxyTarget:ProxyTarget",
  replaces: ["dbClusterIdentifier", "dbInstanceIdentifier", "dbProxyName", "targetGroupName"],
  duplicateCode: "DBProxyTargetAlreadyRegisteredFault",
  create: (inputs, account) => {
    const name = text(inputs, "dbProxyName") ?? "";
    requireRow(account, proxyToken, name, "DBProxyNotFoundFault", `DBProxy ${name} not found.`);
    const cluster = text(inputs, "dbClusterIdentifier");
    const resource = cluster ?? text(inputs, "dbInstanceIdentifier") ?? "";
    const type = cluster === undefined ? "aws:rds/instance:Instance" : "aws:rds/cluster:Cluster";
    const identifier = cluster === undefined ? "identifier" : "clusterIdentifier";
    const found = rowsOf(account, type).find(
      (row) =>
        row.id === resource || row.computed[identifier] === resource || text(row.inputs, identifier) === resource,
    );
    if (!found)
      throw new AwsError(
        cluster === undefined ? "DBInstanceNotFound" : "DBClusterNotFoundFault",
        `${resource} not found.`,
      );
    const kind = cluster === undefined ? "RDS_INSTANCE" : "TRACKED_CLUSTER";
    return {
      id: [name, text(inputs, "targetGroupName") ?? "", kind, resource].join("/"),
      computed: { type: kind, rdsResourceId: resource, port: postgresPort, targetArn: found.arn },
    };
  },
});
