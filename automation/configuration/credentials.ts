/** Who hands out short-lived credentials: a cloud account, or what stands for one. */
export interface CredentialSource {
  /** How its PostgreSQL servers are spoken to; see `DatabaseLogin.tls`. */
  readonly databaseTls: "verify" | "none";
  /**
   * A password for `user`, good for 15 minutes
   * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html).
   *
   * @throws ConfigurationError `CONFIGURATION_CREDENTIALS_UNAVAILABLE`
   */
  databaseToken(
    server: { readonly host: string; readonly port: number; readonly region: string },
    user: string,
  ): Promise<string>;
  /**
   * A bearer token of an administrator of the cluster.
   *
   * @throws ConfigurationError `CONFIGURATION_CREDENTIALS_UNAVAILABLE`
   */
  clusterToken(cluster: { readonly name: string; readonly region: string }): Promise<string>;
}
