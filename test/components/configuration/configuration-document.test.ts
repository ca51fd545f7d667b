import { deepEqual, doesNotMatch, equal, ok } from "node:assert/strict";
import { z } from "zod";
import { Configuration } from "../../../application/sample/configuration.ts";
import { unreadKeys } from "../../../application/sample/unread-keys.ts";
import { Tenant } from "../../../components/tenant.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { declared, named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";
import { application } from "../../support/tenant-sources.ts";

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The document of a committed tenant, as its application finds it. */
async function documentOf(id: string): Promise<Sections> {
  const plan = tenantPlan(id);
  const resources = await declared(() => new Tenant(id, { plan, cell: cellOutputs, retention: "kept" }));
  const { content } = named(resources, `${id}-configuration-version`).inputs;
  return JSON.parse(String(content instanceof SecretValue ? content.reveal() : content)) as Sections;
}

type JsonSchema = { readonly properties?: Readonly<Record<string, JsonSchema>>; readonly $ref?: string };
const schema = z.fromJSONSchema(application.configuration as Parameters<typeof z.fromJSONSchema>[0]);
const ids = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

/** Paths of all keys that a schema names, those that hold others left out. */
function leaves({ properties }: JsonSchema, path = ""): readonly string[] {
  if (properties === undefined) return [path];
  return Object.entries(properties).flatMap(([key, below]) => leaves(below, path === "" ? key : `${path}.${key}`));
}

describe("a tenant's configuration document", () => {
  it("R-APP-1 R-APP-2 is what the application's contract describes, at every level", async () => {
    for (const id of ids) deepEqual(schema.safeParse(await documentOf(id)).error, undefined, id);
    equal(schema.safeParse({ schema_version: 1 }).success, false);
    equal(schema.safeParse({ ...(await documentOf("blue-kite")), unknown: 1 }).success, false);
  });

  it("R-APP-2 has each key of its contract read by the sample application, or listed as unread with who reads it", () => {
    const read = leaves(z.toJSONSchema(Configuration) as JsonSchema);
    const published = leaves(application.configuration as JsonSchema);
    const listed = Object.keys(unreadKeys);
    const isListed = (path: string) => listed.some((key) => path === key || path.startsWith(`${key}.`));
    deepEqual(
      published.filter((path) => !read.includes(path) && !isListed(path)),
      [],
    );
    // The list holds no key that is read, and none that nobody publishes.
    deepEqual(read.filter(isListed), []);
    deepEqual(
      listed.filter((key) => !published.some((path) => path === key || path.startsWith(`${key}.`))),
      [],
    );
    ok(published.length > 40);
  });

  it("R-APP-2 is described in what AppConfig reads of JSON Schema, draft 4, and in no more than it takes", () => {
    const text = tenantPlan("acme-corp").configuration.jsonSchema;
    ok(text.length <= 32_768, `${text.length} characters`);
    doesNotMatch(text, /"(const|\$defs|if|then|examples|propertyNames|contains|prefixItems)":/);
    deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(application.configuration)));
  });

  it("R-TIER-1 R-TIER-4 says what was sold, and switches on what the tenant chose", async () => {
    const { limits, features, support } = await documentOf("acme-corp");
    deepEqual(
      [limits?.["max_users"], limits?.["api_requests_per_hour"], features?.["advanced_ai"], support?.["level"]],
      [500, 10_000, true, "business"],
    );
    deepEqual(new Set(Object.values((await documentOf("umbra-health"))["limits"] ?? {})), new Set(["unlimited"]));
  });

  it("R-SUP-1 says the support's level, its hours, and the hours until an answer by severity", async () => {
    deepEqual((await documentOf("acme-corp"))["support"], {
      level: "business",
      response_hours: { critical: 2, high: 8, medium: 24, low: 72 },
      hours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "17:00", timezone: "UTC" },
    });
    deepEqual((await documentOf("blue-kite"))["support"], { level: "community" });
  });

  it("R-BIL-2 says what happens at a limit, from the tier", async () => {
    deepEqual((await documentOf("acme-corp"))["enforcement"], {
      hard_limits: true,
      grace_period_hours: 24,
      upgrade_prompts: true,
    });
  });

  it("R-API-1 says the hour that the application enforces, and what the gateway does of it", async () => {
    deepEqual((await documentOf("acme-corp"))["api"], {
      window_seconds: 3600,
      requests_per_window: 10_000,
      gateway: { rate_per_second: 2.5, burst: 1000, per_day: 240_000 },
    });
    deepEqual((await documentOf("umbra-health"))["api"], { window_seconds: 3600, requests_per_window: "unlimited" });
  });

  it("R-TPL-3 dates the trial and the subscription from the tenant's creation, and none where there is none", async () => {
    deepEqual((await documentOf("acme-corp"))["lifecycle"], {
      created_at: "2026-11-23T09:00:00Z",
      trial_expires_at: "2026-12-07T09:00:00Z",
      subscription_ends_at: "2027-11-23T09:00:00Z",
    });
    deepEqual((await documentOf("blue-kite"))["lifecycle"], { created_at: "2026-11-23T10:15:00Z" });
  });

  it("holds no secret and no person's address", async () => {
    for (const id of ids) doesNotMatch(JSON.stringify(await documentOf(id)), /@|password":"/);
  });
});
