import { createHash } from "node:crypto";
import type { DeclaredConnection } from "../integration.ts";
import type { TenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { ConnectionPlan, ConnectionsPlan } from "./connections-plan.ts";

/** What the tenant connects, and what each connection's resources are called. */
export function planConnections({ spec, connections: declared }: ResolvedTenant, names: TenantNames): ConnectionsPlan {
  const connections = declared.map((one) => planConnection(one, names));
  const using = connections.filter(({ connection: { kind } }) => kind === "outside_role" || kind === "log_stream");
  const custom = spec.integrations?.custom ?? [];
  return {
    connections,
    webhooks: custom.map(({ name, url, events, signing_secret }) => ({
      name,
      url,
      events,
      secretName: names.secret(signing_secret.secret),
    })),
    keyRoleNames: using.map(({ roleName }) => roleName),
    secretReaders: readersOf(connections),
  };
}

function planConnection({ integration, connection }: DeclaredConnection, names: TenantNames): ConnectionPlan {
  const id = integration.id.replaceAll("_", "-");
  const asked = "events" in connection ? connection.events : undefined;
  return {
    id,
    title: integration.title,
    connection,
    roleName: names.connection("role", id),
    topicName: names.connection("topic", id),
    ruleName: names.connection("eventRule", id),
    queueName: names.connection("queue", id),
    connectionName: names.connection("eventConnection", id),
    streamName: names.connection("firehose", id),
    logsRoleName: names.connection("role", id, "logs"),
    externalId: createHash("sha256").update(`${names.secretPrefix} ${id} external id`).digest("hex").slice(0, 32),
    eventPattern: JSON.stringify({
      source: [names.namespace],
      "detail-type": asked ?? [{ wildcard: "*.limit.reached.*" }],
    }),
  };
}

/** A stream reads its secret by itself; every other value goes where its owner puts it. */
function readersOf(connections: readonly ConnectionPlan[]): Record<string, readonly string[]> {
  const readers: Record<string, readonly string[]> = {};
  for (const { connection, roleName } of connections) {
    if (connection.kind !== "log_stream") continue;
    readers[connection.secretName] = [...(readers[connection.secretName] ?? []), roleName];
  }
  return readers;
}

/** What is left for a person to do, and with which values: no resource does it. */
export const connectionNotices = ({ connections }: ConnectionsPlan): readonly string[] => connections.flatMap(noticeOf);

function noticeOf({ title, connection, connectionName, roleName, externalId }: ConnectionPlan): readonly string[] {
  switch (connection.kind) {
    case "identity_provider":
      return connection.protocol === "saml"
        ? []
        : [
            `${title}: its client secret goes to no file or state; whoever owns it types: aws cognito-idp update-identity-provider`,
          ];
    case "event_destination":
      return [
        `${title}: its ${connection.authorization.kind === "oauth" ? "client secret" : "token"} goes to no file or state; whoever owns it types: aws events update-connection --name ${connectionName}`,
      ];
    case "outside_role":
      return connection.trusted.kind === "account" && connection.trusted.externalId.kind === "generated"
        ? [`${title}: takes on the role ${roleName} with the external id ${externalId}`]
        : [`${title}: takes on the role ${roleName}`];
    case "chat_channel":
      return [`${title}: authorise the workspace once in the account, in the console of Amazon Q Developer in chat`];
    case "application_secret":
    case "log_stream":
    case "token_exchange":
      return [];
  }
}
