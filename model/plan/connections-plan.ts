import type { Connection } from "../integration.ts";

/** A product that a tenant connects, with the names of what that takes. */
export interface ConnectionPlan {
  /** As the tenant's file names it, with `-` for `_`; part of logical names. */
  readonly id: string;
  readonly title: string;
  readonly connection: Connection;
  readonly roleName: string;
  readonly topicName: string;
  readonly ruleName: string;
  readonly queueName: string;
  readonly connectionName: string;
  readonly streamName: string;
  readonly logsRoleName: string;
  /** What the vendor shows with a call for the tenant, and for no other: not secret, but nobody's guess either. */
  readonly externalId: string;
  /** Pattern of the events that are sent on: the tenant's own, of the types that it asked for. */
  readonly eventPattern: string;
}

/** A webhook of the customer's own; the application signs and sends, since EventBridge cannot sign a body. */
export interface WebhookPlan {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  /** In Secrets Manager. */
  readonly secretName: string;
}

/** What a tenant connects. */
export interface ConnectionsPlan {
  readonly connections: readonly ConnectionPlan[];
  readonly webhooks: readonly WebhookPlan[];
  /** Roles that use the tenant's key through S3: an outsider's for its folder, a stream's for what it could not deliver. */
  readonly keyRoleNames: readonly string[];
  /** Secret as the file names it → roles beside the workload's that read its value. */
  readonly secretReaders: Readonly<Record<string, readonly string[]>>;
}
