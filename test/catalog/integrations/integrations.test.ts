import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { integrationCatalog, integrations } from "../../../catalog/integrations/index.ts";
import type { Integration } from "../../../model/integration.ts";
import { integrationsPage } from "../../../scripts/integrations-page.ts";

const folder = join(import.meta.dirname, "../../../catalog/integrations");
const product = (name: string): Integration => {
  const found = integrations.find(name);
  if (found === undefined) throw new Error(`no product ${name}`);
  return found;
};
const idsOf = (purpose: string) => integrations.names.filter((name) => product(name).purpose === purpose).toSorted();

describe("the integrations of the catalog", () => {
  it("R-INT-1 to R-INT-7 are 26, by what they are for", () => {
    equal(integrations.names.length, 26);
    deepEqual(idsOf("identity"), ["auth0", "azure_ad", "google_workspace", "okta"]);
    deepEqual(idsOf("communication"), ["discord", "slack", "teams", "zoom"]);
    deepEqual(idsOf("clouds"), ["aws", "azure", "digitalocean", "gcp"]);
    deepEqual(idsOf("data"), ["bigquery", "databricks", "redshift", "snowflake"]);
    deepEqual(idsOf("monitoring"), ["datadog", "elastic", "new_relic", "splunk"]);
    deepEqual(idsOf("development"), ["confluence", "github", "gitlab", "jira"]);
    deepEqual(idsOf("custom"), ["scim", "webhook"]);
  });

  for (const name of integrations.names) {
    it(`R-INT-1 to R-INT-7 ${name} says where its vendor documents it, and refuses a setting that it does not know`, () => {
      const { documentation, settings } = product(name);
      match(documentation, /^https:\/\//);
      const checked = settings.safeParse({ no_such_setting: "x" });
      ok(checked.error?.issues.some((issue) => issue.code === "unrecognized_keys"));
    });
  }

  it("R-INT-6 trusts one environment of one repository, without a wildcard", () => {
    const { settings, connect } = product("github");
    const connection = connect(settings.parse({ repository: "acme/product", environment: "production" }));
    deepEqual(connection.kind === "outside_role" ? connection.trusted : undefined, {
      kind: "token",
      issuer: "token.actions.githubusercontent.com",
      builtIn: false,
      claims: { aud: "sts.amazonaws.com", sub: "repo:acme/product:environment:production" },
    });
    equal(settings.safeParse({ repository: "acme/*", environment: "production" }).success, false);
    equal(settings.safeParse({ repository: "acme/product", environment: "*" }).success, false);
  });

  it("R-INT-1 takes one protocol, and all of it", () => {
    const { settings } = product("okta");
    const accepted = (value: unknown) => settings.safeParse(value).success;
    const oidc = { issuer: "https://acme.okta.example", client_id: "0oa1", client_secret: { secret: "okta-secret" } };
    ok(accepted(oidc));
    ok(accepted({ saml_metadata_url: "https://acme.okta.example/metadata" }));
    equal(accepted({ ...oidc, saml_metadata_url: "https://acme.okta.example/metadata" }), false);
    equal(accepted({ issuer: oidc.issuer }), false);
    equal(accepted({ ...oidc, client_secret: "in plain text" }), false);
  });

  it("R-INT-1 to R-INT-7 are listed in docs/integrations.md as the catalog has them", () => {
    const page = readFileSync(join(folder, "../../docs/integrations.md"), "utf8");
    equal(page, integrationsPage());
    for (const name of integrations.names) ok(page.includes(product(name).documentation), name);
  });

  it("is one file more for one product more, named like it", () => {
    const temporary = mkdtempSync(join(tmpdir(), "integrations-"));
    try {
      const model = new URL("../../../model", import.meta.url).href;
      const text = readFileSync(join(folder, "digitalocean.ts"), "utf8")
        .replaceAll("../../model", model.replace("file://", ""))
        .replace(
          'import { z } from "zod";',
          `import { z } from "${import.meta.resolve("zod").replace("file://", "")}";`,
        );
      writeFileSync(join(temporary, "fly-io.ts"), text.replace('id: "digitalocean"', 'id: "fly_io"'));
      equal(integrationCatalog(temporary).find("fly_io")?.title, "DigitalOcean");
      deepEqual(integrationCatalog(temporary).names, ["fly_io"]);
      copyFileSync(join(temporary, "fly-io.ts"), join(temporary, "other.ts"));
      throws(() => integrationCatalog(temporary).find("other"), /must export a product with the id "other"/);
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });
});
