import { deepEqual, equal, match, notEqual, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { findNameCollisions, namesOfCell, namesOfTenant } from "../../model/name-collisions.ts";
import { type NamedService, nameLimits } from "../../model/name-limits.ts";
import { namePrefix, tenantDatabaseNames, tenantNames } from "../../model/naming.ts";
import { physicalName } from "../../model/physical-name.ts";

/** What each service accepts in a name, apart from its length. */
const forms: Readonly<Record<NamedService, RegExp>> = {
  analyzer: /^[A-Za-z][A-Za-z0-9_.-]{0,254}$/,
  query: /^[\w/-]{1,255}$/,
  logPolicy: /^[\w-]{1,255}$/,
  trail: /^[A-Za-z0-9](?:[._-]?[A-Za-z0-9]){2,127}$/,
  bucket: /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?<!-s3alias|--ol-s3|--x-s3)$/,
  keyAlias: /^(?!aws\/)[a-zA-Z0-9/_-]+$/,
  role: /^[\w+=,.@-]+$/,
  logGroup: /^[.\-_/#A-Za-z0-9]+$/,
  databaseInstance: /^[a-z](?:[a-z0-9]|-(?!-))*(?<!-)$/,
  postgres: /^(?!pg_)[a-z_][a-z0-9_-]*$/,
  cluster: /^[0-9A-Za-z][A-Za-z0-9_-]*$/,
  nodeGroup: /^[0-9A-Za-z][A-Za-z0-9_-]*$/,
  inferenceProfile: /^(?:[0-9a-zA-Z][ _-]?)+$/,
  guardrail: /^[0-9a-zA-Z-_]+$/,
  edge: /^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$/,
  loadBalancer: /^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/,
  backup: /^[a-zA-Z0-9_-]{2,}$/,
  restoreTest: /^[a-zA-Z0-9_]+$/,
  appConfig: /^.+$/,
  apiGateway: /^.+$/,
  schedule: /^[0-9a-zA-Z-_.]+$/,
  cache: /^[a-z](?:-?[a-z0-9])*$/,
  budget: /^[^:\\]+$/,
  costAnomalies: /^.+$/,
  eventBus: /^[.\-_A-Za-z0-9]+$/,
  eventRule: /^[.\-_A-Za-z0-9]+$/,
  eventConnection: /^[.\-_A-Za-z0-9]+$/,
  firehose: /^[a-zA-Z0-9_.-]+$/,
  queue: /^[\w-]+$/,
  alarm: /^.+$/,
  dashboard: /^[A-Za-z0-9_-]+$/,
  metricFilter: /^[^:*]+$/,
  metricStream: /^.+$/,
  topic: /^[A-Za-z0-9_-]+$/,
  userPool: /^[\w\s+=,.@-]+$/,
  signInDomain: /^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  secret: /^[\w/+=.@!-]+$/,
  kubernetes: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
};

const letters = "abcdefghijklmnopqrstuvwxyz";
const kebab = (maxLength: number) =>
  fc
    .array(fc.string({ unit: fc.constantFrom(...letters, ..."0123456789"), minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => `n${parts.join("-")}`.slice(0, maxLength).replace(/-$/, ""));
const uid = (maxLength = 8) =>
  fc
    .tuple(
      fc.constantFrom(...letters),
      fc.string({ unit: fc.constantFrom(...letters, ..."0123456789"), minLength: 1, maxLength: maxLength - 1 }),
    )
    .map(([first, rest]) => `${first}${rest}`);
const environment = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 });

describe("physical names", () => {
  it("R-TEN-3 leaves a name alone that fits, and ends a longer one in 80 bits of its hash", () => {
    equal(physicalName(["tnt", "t7k3m5qd", "data"], 63), "tnt-t7k3m5qd-data");
    const shortened = physicalName(["a".repeat(80), "data"], 63);
    equal(shortened.length, 63);
    match(shortened, /^a{46}-[a-z2-7]{16}$/);
  });

  it("R-TEN-3 keeps two long names apart that differ only at their end", () => {
    const long = "a".repeat(80);
    notEqual(physicalName([long, "one"], 63), physicalName([long, "two"], 63));
  });

  it("refuses a limit that a hash does not fit into", () => {
    throws(() => physicalName(["a".repeat(30)], 17), RangeError);
    equal(physicalName(["a".repeat(30)], 18).length, 18);
  });

  it("R-TEN-3 names say nothing of the customer and change with nothing but the uid", () => {
    deepEqual(tenantNames("tenantry-sandbox", "t7k3m9qd").bucket, "tenantry-sandbox-tenant-t7k3m9qd-data");
    deepEqual(tenantDatabaseNames("t7k3m9qd"), {
      role: "tenant-t7k3m9qd",
      owner: "o_t7k3m9qd",
      schema: "t_t7k3m9qd",
      database: "t_t7k3m9qd",
    });
  });

  it("R-TEN-3 every name of every fleet, tenant and cell is within its service's limit and form", () => {
    fc.assert(
      fc.property(kebab(100), environment, uid(), kebab(40), (name, stage, tenant, cell) => {
        const prefix = namePrefix({ name, environment: stage });
        const names = [
          ...namesOfTenant(prefix, tenant),
          ...namesOfCell(prefix, { id: cell, account_id: "111122223333", tiers: ["free", "professional"] }),
        ];
        for (const { service, name: physical } of names) {
          ok(physical.length <= nameLimits[service], `${service} ${physical} is ${physical.length} long`);
          match(physical, forms[service]);
        }
      }),
    );
  });

  it("R-TEN-3 distinct uids have distinct names, one being the other's beginning included", () => {
    const pair = fc
      .tuple(uid(), uid(), fc.boolean())
      .map(([one, other, isExtended]) => [one, isExtended ? `${one}${other}` : other] as const)
      .filter(([one, other]) => one !== other);
    fc.assert(
      fc.property(kebab(60), environment, pair, (name, stage, [one, other]) => {
        const prefix = namePrefix({ name, environment: stage });
        const owners = [one, other].map((id) => [id, namesOfTenant(prefix, id)] as const);
        deepEqual(findNameCollisions(owners), []);
      }),
    );
  });

  it("R-TEN-3 the wildcard that a pool role is granted by its namespace matches no other tenant's bucket", () => {
    fc.assert(
      fc.property(kebab(60), environment, uid(), uid(), (name, stage, one, other) => {
        fc.pre(one !== other);
        const prefix = namePrefix({ name, environment: stage });
        const granted = `${prefix}-${tenantNames(prefix, one).namespace}-`;
        ok(tenantNames(prefix, one).bucket.startsWith(granted));
        ok(!tenantNames(prefix, other).bucket.startsWith(granted));
        ok(!tenantNames(prefix, other).replicaBucket.startsWith(granted));
      }),
    );
  });

  it("R-TEN-3 staging and production share no name, even where a long prefix is shortened", () => {
    const name = "a-product-with-a-rather-long-name";
    const names = (stage: string) => namesOfTenant(namePrefix({ name, environment: stage }), "t7k3m9qd");
    const outside = (stage: string) =>
      names(stage).filter(({ service }) => !["postgres", "kubernetes"].includes(service));
    deepEqual(
      findNameCollisions([
        ["staging", outside("staging")],
        ["production", outside("production")],
      ]),
      [],
    );
    equal(namePrefix({ name, environment: "staging" }).length, 30);
  });

  it("R-TEN-3 finds two owners of one name, and lets one owner name a thing twice", () => {
    const name = { service: "bucket", name: "same" } as const;
    deepEqual(
      findNameCollisions([
        ["one", [name]],
        ["two", [name]],
      ]),
      [{ ...name, owners: ["one", "two"] }],
    );
    deepEqual(
      findNameCollisions([
        ["one", [name, name]],
        ["two", [{ service: "role", name: "same" }]],
      ]),
      [],
    );
  });
});
