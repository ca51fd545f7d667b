/** Where the deploying role works: names in ARNs begin with the fleet's prefix. */
export interface AccessScope {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
  readonly namePrefix: string;
}

/** What the deploying role may do to make, change, read and delete one resource type. */
export interface TypeAccess {
  /** IAM actions, `service:Action`, from the Service Authorization Reference. */
  readonly actions: readonly string[];
  /** ARN patterns, as narrow as the service's names and resource-level permissions allow. */
  readonly resources: (scope: AccessScope) => readonly string[];
}

/** Pulumi type token → access. */
export type AccessTable = Readonly<Record<string, TypeAccess>>;

/** Actions of one service, without repeating its prefix. */
export const actionsOf = (service: string, names: string): readonly string[] =>
  names.split(" ").map((name) => `${service}:${name}`);

/** For actions whose resources have ids that the service makes, or that know no resource-level permission. */
export const anyResource = (): readonly string[] => ["*"];
