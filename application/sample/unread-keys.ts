/** Published keys that this application does not read, and who does. A key below one that is listed is listed with it. */
export const unreadKeys: Readonly<Record<string, string>> = {
  "tenant.industry": "a product that differs by industry; this one does not",
  "tenant.residency": "a product that stores elsewhere than the platform does; this one does not",
  "api.gateway": "people who ask why the gateway refuses; it acts by its own copy",
  storage: "a product that keeps files; this one keeps rows",
  cache: "a product that caches; this one asks the database",
  sign_in: "the identity service, which signs users in before they come here",
  data_keys: "a product that encrypts single fields; this one has none that ask for it",
  security: "the identity service, which signs users in before they come here",
  ai: "the part of a product that calls models; here others say what they used",
  integrations: "the part of a product in which tenants connect others",
  "metrics.custom": "a product in which tenants define metrics; this one has its own alone",
  "metrics.real_time": "a product that shows live charts; this one shows none",
  "logging.structured": "nobody: this application only knows structured lines",
  "usage.event_bus": "what carries events from the application's output to the bus",
  "usage.source": "what carries events from the application's output to the bus",
  compliance: "a product that deletes and exports persons' data; this one has none",
};
