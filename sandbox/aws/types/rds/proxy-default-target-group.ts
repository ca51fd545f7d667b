import { arn } from "../../account.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { map, number, text } from "../../values.ts";
import { proxyToken } from "./proxy.ts";

/** How a proxy pools connections; the group itself comes with the proxy. */
export const proxyDefaultTargetGroup = defineType({
  token: "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  duplicateCode: "DBProxyTargetGroupAlreadyDeclared",
  check: (inputs) => {
    const pool = map(inputs, "connectionPoolConfig");
    const [most, idle] = [number(pool, "maxConnectionsPercent"), number(pool, "maxIdleConnectionsPercent")];
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html
    return when(
      [
        outside(most, 1, 100),
        "connectionPoolConfig",
        `api error InvalidParameterValue: MaxConnectionsPercent is from 1 to 100, got ${most ?? ""}`,
      ],
      [
        outside(idle, 0, most ?? 100),
        "connectionPoolConfig",
        `api error InvalidParameterValue: MaxIdleConnectionsPercent is from 0 to MaxConnectionsPercent, got ${idle ?? ""}`,
      ],
      [
        outside(number(pool, "connectionBorrowTimeout"), 0, 300),
        "connectionPoolConfig",
        "api error InvalidParameterValue: ConnectionBorrowTimeout is from 0 to 300 seconds",
      ],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "dbProxyName") ?? "";
    requireRow(account, proxyToken, name, "DBProxyNotFoundFault", `DBProxy ${name} not found.`);
    return { id: name, arn: arn(account, "rds", `target-group:prx-tg-${hex(17)}`), computed: { name: "default" } };
  },
  update: () => ({}),
});
