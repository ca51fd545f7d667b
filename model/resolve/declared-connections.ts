import type { DeclaredConnection } from "../integration.ts";
import type { TenantSources } from "./sources.ts";

/** What the tenant's products come to. Settings that do not hold are refused elsewhere, at their place, and left out. */
export function declaredConnections({ spec, integrations }: TenantSources): readonly DeclaredConnection[] {
  return Object.entries(spec.integrations ?? {}).flatMap(([name, settings]) => {
    const integration = name === "custom" ? undefined : integrations.find(name);
    const checked = integration?.settings.safeParse(settings);
    return integration === undefined || checked?.success !== true
      ? []
      : [{ integration, connection: integration.connect(checked.data) }];
  });
}
