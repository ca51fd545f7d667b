/** Products that a tenant can connect, by what they are for. */
const integrationsByPurpose = {
  identity: ["okta", "azure_ad", "google_workspace", "auth0"],
  communication: ["slack", "teams", "discord", "zoom"],
  clouds: ["aws", "azure", "gcp", "digitalocean"],
  data: ["snowflake", "databricks", "bigquery", "redshift"],
  monitoring: ["datadog", "new_relic", "splunk", "elastic"],
  development: ["github", "gitlab", "jira", "confluence"],
} as const;

/** Every product's name, as it stands under `integrations` in a tenant's file. */
export const integrationNames: readonly string[] = Object.values(integrationsByPurpose).flat();
