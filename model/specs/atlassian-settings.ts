import type { CallAuthorization } from "../integration.ts";
import { SecretReference, settingOf } from "./integration-settings.ts";

/** The site that a product of Atlassian's cloud belongs to. */
export const atlassianSite = {
  cloud_id: settingOf(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    "the id of a site",
    "a UUID, as https://<site>.atlassian.net/_edge/tenant_info shows it",
    "00000000-0000-4000-8000-000000000005",
  ),
};

/** The OAuth client that calls it. */
export const atlassianClient = {
  client_id: settingOf(/^\S{1,256}$/, "the id of an OAuth client", "1 to 256 characters", "abc123"),
  client_secret: SecretReference.meta({ description: "The client's secret, by its name." }),
};

/** How calls of Atlassian's cloud show who they are. */
export const atlassianAuthorization = (settings: {
  readonly client_id: string;
  readonly client_secret: { readonly secret: string };
}): CallAuthorization => ({
  kind: "oauth",
  tokenUrl: "https://auth.atlassian.com/oauth/token",
  clientId: settings.client_id,
  secretName: settings.client_secret.secret,
  audience: "api.atlassian.com",
});
