import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../model/integration.ts";
import type { ConnectionPlan } from "../../model/plan/connections-plan.ts";
import { ChatChannel } from "../connections/chat-channel.ts";
import type { ConnectionArgs } from "../connections/connection-args.ts";
import { EventDestination } from "../connections/event-destination.ts";
import { LogStream } from "../connections/log-stream.ts";
import { OutsideRole } from "../connections/outside-role.ts";
import { tokenExchange } from "../connections/token-exchange.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import type { TenantLogs } from "../monitoring/tenant-logs.ts";
import type { TenantSecret } from "../secrets/tenant-secret.ts";
import type { TenantPlace } from "./place.ts";

export interface Connecting {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly role: WorkloadRole;
  readonly secrets: ReadonlyMap<string, TenantSecret>;
  readonly logGroups: TenantLogs["groups"];
}

/**
 * The products that the tenant connects, each by the component of its kind. Identity providers stand with the user pool;
 * a secret that the application itself uses needs nothing beside it.
 */
export function declareConnections(place: TenantPlace, with_: Connecting): void {
  for (const plan of place.plan.connections.connections) declareConnection(place, plan, with_);
}

function declareConnection(place: TenantPlace, one: ConnectionPlan, { kmsKeyArn, role, ...others }: Connecting): void {
  const { name, plan, cell, opts } = place;
  const { kind } = one.connection;
  const logical = `${name}-${one.id}`;
  const args = <Kind extends Connection["kind"]>(of: Kind): ConnectionArgs<Kind> => ({
    plan: { ...one, connection: connectionOf(one, of) },
    cell: plan.cell,
    namespace: plan.compute.namespace,
    kmsKeyArn,
    active: plan.phase === "active",
  });
  const reaching = { bucketName: plan.bucket.bucketName, permissionsBoundaryArn: cell.permissionsBoundaryArn };
  const busName = cell.usageBusName;
  if (kind === "chat_channel") new ChatChannel(logical, { ...args(kind), busName }, opts);
  if (kind === "event_destination") new EventDestination(logical, { ...args(kind), busName }, opts);
  if (kind === "outside_role") new OutsideRole(logical, { ...args(kind), ...reaching }, opts);
  if (kind === "token_exchange") tokenExchange(logical, { ...args(kind), role }, opts);
  if (kind === "log_stream")
    new LogStream(logical, { ...args(kind), ...others, bucketName: reaching.bucketName }, opts);
}

/** @throws where the connection is of another kind; the caller has looked. */
function connectionOf<Kind extends Connection["kind"]>({ connection }: ConnectionPlan, kind: Kind) {
  if (connection.kind !== kind) throw new TypeError(`a ${connection.kind} is not a ${kind}`);
  return connection as Extract<Connection, { readonly kind: Kind }>;
}
