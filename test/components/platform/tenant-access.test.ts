import { deepEqual, equal } from "node:assert/strict";
import { TenantAccess } from "../../../components/platform/tenant-access.ts";
import { declared, named, shortNames } from "../../support/declared.ts";

const access = () => declared(() => new TenantAccess("access"));

describe("TenantAccess", () => {
  it("R-ISO-5 declares one role for all tenants, and binds it nowhere", async () => {
    const all = await access();
    deepEqual(shortNames(all), ["ClusterRole access"]);
    deepEqual(named(all, "access").inputs["metadata"], { name: "tenantry-tenant" });
  });

  it("R-SEC-4 writes the tenant's rights out: no wildcard, nothing that guards it can be changed, no token minted", async () => {
    const rules = named(await access(), "access").inputs["rules"] as {
      apiGroups: string[];
      resources: string[];
      verbs: string[];
    }[];
    deepEqual(
      rules
        .flatMap(({ apiGroups, resources, verbs }) => [...apiGroups, ...resources, ...verbs])
        .filter((word) => word.includes("*")),
      [],
    );
    const changing = new Set([
      "create",
      "update",
      "patch",
      "delete",
      "deletecollection",
      "bind",
      "escalate",
      "impersonate",
    ]);
    const changed = rules
      .filter(({ verbs }) => verbs.some((verb) => changing.has(verb)))
      .flatMap(({ resources }) => resources);
    const guards = [
      "namespaces",
      "networkpolicies",
      "resourcequotas",
      "limitranges",
      "roles",
      "rolebindings",
      "clusterroles",
      "clusterrolebindings",
      "serviceaccounts",
      "serviceaccounts/token",
    ];
    deepEqual(
      guards.filter((resource) => changed.includes(resource)),
      [],
    );
    equal(changed.includes("deployments"), true);
  });
});
