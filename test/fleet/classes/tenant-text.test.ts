import { equal, notEqual } from "node:assert/strict";
import { readTenantText, withoutFreeForms } from "../../../fleet/classes/tenant-text.ts";
import { tenantYaml } from "../../support/tenant-yaml.ts";

const other = {
  id: "blue-kite",
  uid: "b4h6x2wn",
  name: "Blue Kite",
  owner: "ops@kite.example",
  created: "2026-01-02T03:04:05Z",
};
const restOf = (changes: Parameters<typeof tenantYaml>[0]) => readTenantText(tenantYaml(changes))?.rest;

describe("a tenant's text", () => {
  it("is the same for tenants who differ in who they are alone, and another where anything else differs", () => {
    equal(restOf({}), restOf(other));
    notEqual(restOf({}), restOf({ ...other, tier: "free" }));
    notEqual(restOf({}), restOf({ ...other, overrides: "\n  limits.max_users: 7" }));
    notEqual(restOf({}), restOf({ ...other, owner: "crm:4711" }));
  });

  it("is not read here in a form that YAML might read as something else", () => {
    for (const changes of [
      { id: "true" },
      { name: '"Blue"' },
      { name: "Blue: Kite" },
      { created: "2026-02-30T00:00:00Z" },
    ]) {
      equal(readTenantText(tenantYaml(changes)), undefined, JSON.stringify(changes));
    }
    equal(readTenantText(`${tenantYaml({})}name: Twice\n`), undefined);
    equal(readTenantText(tenantYaml({ uid: undefined })), undefined);
  });

  it("keeps a cell's class, and an id only where no key may be meant", () => {
    const rest = (cell: string) =>
      readTenantText(tenantYaml({ placement: `{ cell: ${cell}, isolation: schema }` }), () => "alike")?.rest;
    equal(rest("us-1"), rest("us-2"));
    const okta = (id: string) =>
      restOf({ ...other, id, integrations: `\n  okta: { issuer: https://${id}.okta.example }` });
    equal(okta("blue-kite"), okta("red-kite"));
    const keyed = (id: string) => restOf({ ...other, id, integrations: `\n  ${id}: { site: x }` });
    notEqual(keyed("gitlab"), keyed("github"));
  });

  it("loses the customer's own accounts at other products, and not which products they are", () => {
    const masked = (integrations: string) => withoutFreeForms(restOf({ integrations: `\n  ${integrations}` }) ?? "");
    const okta = (client: string) => masked(`okta: { issuer: https://a.example, client_id: ${client} }`);
    equal(okta("0oa1b2c3"), okta("0oaZZZZZ"));
    notEqual(okta("0oa1b2c3"), okta("true"));
    notEqual(masked("slack: { channel: C0123ABCD }"), masked("discord: { channel: C0123ABCD }"));
  });
});
