/** A secret that a tenant's file names. */
export interface NamedSecretPlan {
  /** As the file names it, e.g. `okta-client-secret`. */
  readonly name: string;
  /** In Secrets Manager. */
  readonly secretName: string;
}

/** A tenant's part of the secret store. */
export interface SecretsPlan {
  /** Begins the names of all its secrets, and of nobody else's. */
  readonly prefix: string;
  /** In the order of their names, each once. */
  readonly named: readonly NamedSecretPlan[];
}
