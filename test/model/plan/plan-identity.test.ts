import { deepEqual, equal } from "node:assert/strict";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { application, cellNamed, fleet, located, resolved, tenantHead } from "../../support/tenant-sources.ts";

const own = (id: string) => {
  const { users } = tenantPlan(id);
  if (users.kind !== "own") throw new Error(`${id} has no pool of its own`);
  return users;
};
/** Plan of a professional tenant whose file ends in these lines. */
const planned = (lines: string) =>
  planTenant(
    resolved(located(`${tenantHead("professional", "schema")}${lines}`)),
    cellNamed("us-1"),
    fleet,
    application,
  );

describe("planTenantUsers", () => {
  it("R-SEC-1 gives each tenant from schema up a pool of its own, and those below a group in the cell's", () => {
    deepEqual(
      ["acme-corp", "northwind-freight", "umbra-health"].map((id) => own(id).pool.poolName),
      ["tenantry-sandbox-tenant-t7k3m9qd", "tenantry-sandbox-tenant-n5r8c3vz", "tenantry-sandbox-tenant-u9d2j7fk"],
    );
    const { users } = tenantPlan("blue-kite");
    equal(users.kind, "cell");
    deepEqual(users.kind === "cell" && [users.tier, users.group.groupName], ["free", "tenant-b4h6x2wn"]);
  });

  it("R-SEC-1 takes the tier's passwords: twelve characters of four classes, and none of the last twelve", () => {
    deepEqual(own("acme-corp").pool.passwordPolicy, {
      minimumLength: 12,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      historySize: 12,
    });
  });

  it("R-SEC-2 requires a second factor, of any kind that the tier names, and lets risk decide in the plan Plus", () => {
    const { mfa, risk, featurePlan } = own("acme-corp").pool;
    deepEqual(mfa, { configuration: "ON", totp: true, sms: true, email: true, passkeys: true });
    deepEqual([featurePlan, risk], ["PLUS", { adaptiveMfa: true, blockHighRisk: true }]);
  });

  it("R-SEC-2 stays in the plan Essentials, with no more methods than are named, where risk does not decide", () => {
    const { users } = planned(`overrides:
  security.mfa_config.adaptive_mfa: false
  security.mfa_config.risk_based_auth: false
  security.mfa_config.methods: [sms]
`);
    const { mfa, risk, featurePlan } = users.kind === "own" ? users.pool : own("acme-corp").pool;
    deepEqual(mfa, { configuration: "ON", totp: false, sms: true, email: false, passkeys: false });
    deepEqual([featurePlan, risk], ["ESSENTIALS", undefined]);
  });

  it("R-SEC-2 says that no passkey stands for the second factor where one is required, and nothing where it is not", () => {
    const said = (id: string) => tenantPlan(id).notices.filter((notice) => notice.includes("passkey"));
    equal(said("acme-corp").length, 1);
    deepEqual(said("blue-kite"), []);
  });

  it("R-SEC-6 takes lifetimes, revocation and device tracking of the tenant's own sessions", () => {
    const { pool, client } = own("umbra-health");
    deepEqual(
      [client.accessTokenMinutes, client.refreshTokenDays, client.revocation, pool.deviceTracking],
      [15, 30, true, true],
    );
  });

  it("R-SEC-6 comes back to the tenant's own host name, in the cell's pool as well", () => {
    for (const id of ["acme-corp", "blue-kite"]) {
      const { users, hostname } = tenantPlan(id);
      equal(users.client.callbackUrl, `https://${hostname}/auth/callback`);
    }
  });
});

describe("planCellUsers", () => {
  it("R-SEC-1 plans a pool for tiers whose tenants share rows, and none where nobody does", () => {
    const pools = cellPlan("us-1").users.sharedPools;
    deepEqual(Object.keys(pools), ["free"]);
    deepEqual(pools["free"]?.mfa.configuration, "OPTIONAL");
    equal(pools["free"]?.featurePlan, "ESSENTIALS");
    deepEqual(cellPlan("umbra-1").users.sharedPools, {});
  });
});

describe("planSupportAccess", () => {
  it("R-SEC-10 has no role for support until the tenant's file opens a window, and then for that window", () => {
    equal(tenantPlan("acme-corp").supportAccess, undefined);
    const { supportAccess } = planned(
      "support_access: { from: 2026-11-24T09:00:00Z, until: 2026-11-24T12:00:00Z, reason: invoices are missing, approved_by: admin@acme.example }\n",
    );
    deepEqual(supportAccess, {
      roleName: "tenantry-sandbox-tenant-t7k3m9qd-support",
      operatorAccountId: "111122223333",
      from: "2026-11-24T09:00:00Z",
      until: "2026-11-24T12:00:00Z",
      reason: "invoices are missing",
    });
  });
});

describe("planSecrets", () => {
  it("R-INT-1 R-SEC-3 plans each secret that the file names, once, below the tenant's own prefix", () => {
    const { prefix, named } = tenantPlan("acme-corp").secrets;
    equal(prefix, "tenantry-sandbox/tenant-t7k3m9qd/");
    deepEqual(named, [
      { name: "crm-webhook", secretName: `${prefix}crm-webhook` },
      { name: "okta-client-secret", secretName: `${prefix}okta-client-secret` },
    ]);
    deepEqual(tenantPlan("blue-kite").secrets.named, []);
  });
});

describe("planDataKeys", () => {
  it("R-SEC-3 encrypts fields in the tenant's own context where the tier does, and nowhere else", () => {
    deepEqual(tenantPlan("northwind-freight").dataKeys, { encryptionContext: { tenant: "tenant-n5r8c3vz" } });
    equal(tenantPlan("acme-corp").dataKeys, undefined);
    equal(tenantPlan("blue-kite").dataKeys, undefined);
  });
});
