import { rejects } from "node:assert/strict";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

describe("RDS Proxy of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("R-INF-8 refuses names, timeouts and ways of authentication that RDS refuses", async () => {
    const { client, ids } = place;
    const good = {
      name: "one",
      engineFamily: "POSTGRESQL",
      defaultAuthScheme: "IAM_AUTH",
      requireTls: true,
      roleArn: ids["roleArn"],
      vpcSubnetIds: [ids["subnet"], ids["otherSubnet"]],
    };
    await refusesEach(client, "aws:rds/proxy:Proxy", good, [
      ["name", "1one", /begins with a letter/],
      ["idleClientTimeout", 28_801, /1 to 28800/],
      ["requireTls", false, /IAM authentication needs TLS/],
      ["auths", [{ authScheme: "SECRETS" }], /needs a secret/],
    ]);
    await rejects(client.create("aws:rds/proxy:Proxy", { ...good, defaultAuthScheme: "NONE" }), /has auths, or/);
    const noRole = { ...good, roleArn: "arn:aws:iam::111122223333:role/nobody" };
    await rejects(client.create("aws:rds/proxy:Proxy", noRole), /role\/nobody does not exist/);
  });

  it("R-INF-8 refuses pools beyond all connections, and databases that do not exist", async () => {
    const group = "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup";
    const pool = (config: object) => ({ dbProxyName: "pooler", connectionPoolConfig: config });
    await refusesEach(place.client, group, pool({ maxConnectionsPercent: 90 }), [
      ["connectionPoolConfig", { maxConnectionsPercent: 101 }, /from 1 to 100/],
      ["connectionPoolConfig", { maxConnectionsPercent: 50, maxIdleConnectionsPercent: 51 }, /from 0 to MaxConn/],
    ]);
    await rejects(place.client.create(group, { ...pool({}), dbProxyName: "none" }), /DBProxyNotFoundFault/);
    const target = { dbProxyName: "pooler", targetGroupName: "default" };
    const token = "aws:rds/proxyTarget:ProxyTarget";
    await rejects(place.client.create(token, { ...target, dbInstanceIdentifier: "none" }), /DBInstanceNotFound/);
    await place.client.create(token, { ...target, dbClusterIdentifier: "aurora" });
  });
});
