/** The document that a tenant publishes and its application reads, and where in AppConfig it stands. */
export interface ConfigurationPlan {
  /** AppConfig application of the cell. */
  readonly applicationName: string;
  /**
   * Environment of the tenant's own: AppConfig deploys one configuration at a time to an environment
   * (https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-deploying.html), so tenants that shared one
   * would wait for each other.
   */
  readonly environmentName: string;
  readonly profileName: string;
  /** JSON Schema of the document, draft 4: what AppConfig reads. Every deployment is held to it. */
  readonly jsonSchema: string;
}

/** What a cell provides so that its tenants can publish. */
export interface CellConfigurationPlan {
  readonly applicationName: string;
  readonly strategyName: string;
}
