import type { cellNames, tenantNames } from "../naming.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { CellConfigurationPlan, ConfigurationPlan } from "./configuration-plan.ts";

/** Port of the AppConfig agent (https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-integration-containers-agent.html). */
const agentPort = 2772;

/** Schemas as text, each written once: all tenants of a fleet hold the same. */
const schemaTexts = new WeakMap<object, string>();

function schemaText(schema: ApplicationSpec["configuration"]): string {
  const written = schemaTexts.get(schema) ?? JSON.stringify(schema);
  schemaTexts.set(schema, written);
  return written;
}

/** Where a tenant's document is published, and what it is held to. */
export const planConfiguration = (
  application: ApplicationSpec,
  cell: ReturnType<typeof cellNames>,
  tenant: ReturnType<typeof tenantNames>,
): ConfigurationPlan => ({
  applicationName: cell.configuration,
  environmentName: tenant.namespace,
  profileName: tenant.namespace,
  jsonSchema: schemaText(application.configuration),
});

export const planCellConfiguration = (names: ReturnType<typeof cellNames>): CellConfigurationPlan => ({
  applicationName: names.configuration,
  strategyName: names.configurationStrategy,
});

/** Where the workload's own AppConfig agent answers with the tenant's document. */
export const configurationUrl = ({ applicationName, environmentName, profileName }: ConfigurationPlan): string =>
  `http://localhost:${agentPort}/applications/${applicationName}/environments/${environmentName}/configurations/${profileName}`;
