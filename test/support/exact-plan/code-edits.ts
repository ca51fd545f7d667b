// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of the sources, with their own placeholders
import { change, type EditedStack } from "./edit.ts";

/** Edits of the program itself, tried on a free tenant by a copy of the sources. */
export const codeEdits: EditedStack = {
  stack: "exact-code",
  copyOf: "blue-kite",
  uid: "x7r4t2zd",
  edits: [
    {
      kind: "code",
      name: "a resource renamed, with an alias",
      changes: [
        change(
          "components/api/tenant-api.ts",
          "const key = new ApiKey(name, { name: plan.keyName, enabled }, parent);",
          "const key = new ApiKey(`${name}-key`, { name: plan.keyName, enabled }, { ...parent, aliases: [{ name }] });",
        ),
      ],
      isWithoutEffect: true,
    },
    {
      kind: "code",
      name: "a component renamed, with an alias that its children inherit",
      changes: [
        change(
          "components/compute/tenant-namespace.ts",
          'super("tenantry:components:TenantNamespace", name, {}, opts);',
          'super("tenantry:components:TenantSpace", name, {}, { ...opts, aliases: [{ type: "tenantry:components:TenantNamespace" }] });',
        ),
      ],
      isWithoutEffect: true,
    },
    {
      kind: "code",
      name: "a resource renamed, without an alias",
      changes: [change("components/audit/tenant-records.ts", "`${name}-query`", "`${name}-search`")],
    },
    {
      kind: "code",
      name: "a property of one resource",
      changes: [change("components/storage/tenant-bucket.ts", '{ ...all, id: "archive"', '{ ...all, id: "colder"')],
    },
    {
      kind: "code",
      name: "a physical name that others hang on",
      changes: [
        change(
          "components/api/tenant-api.ts",
          "{ name: plan.keyName, enabled }",
          "{ name: `${plan.keyName}-2`, enabled }",
        ),
      ],
    },
    {
      kind: "code",
      name: "an object of the cluster renamed: what is inside the namespace goes with its name",
      changes: [
        change(
          "components/compute/tenant-namespace.ts",
          '`${name}-quota`,\n      { metadata: { name: "tenant", namespace }',
          '`${name}-quota`,\n      { metadata: { name: "tenants", namespace }',
        ),
      ],
    },
    {
      kind: "code",
      name: "a right of the tenant's service account",
      changes: [
        change(
          "components/compute/tenant-namespace.ts",
          "automountServiceAccountToken: false",
          "automountServiceAccountToken: true",
        ),
      ],
    },
    {
      kind: "code",
      name: "a resource less",
      changes: [
        change(
          "components/compute/tenant-namespace.ts",
          '    new LimitRange(`${name}-limits`, { metadata: { name: "tenant", namespace }, spec: { limits: [container] } }, opts),\n',
          "",
        ),
      ],
    },
    {
      kind: "code",
      name: "the namespace's name, the old one first: all that stands in it goes with it",
      changes: [
        change(
          "components/compute/tenant-namespace.ts",
          "{ metadata: { name: plan.namespace, labels, annotations } }, opts);",
          "{ metadata: { name: `${plan.namespace}-2`, labels, annotations } }, { ...opts, deleteBeforeReplace: true });",
        ),
      ],
    },
    {
      kind: "code",
      name: "the bucket's logical name, without an alias: something protected would go",
      changes: [change("components/storage/tenant-bucket.ts", "`${name}-objects`", "`${name}-content`")],
      isRefused: true,
    },
    {
      kind: "code",
      name: "protection off, which the engine writes down without a step",
      changes: [change("components/retention.ts", "return { protect: kept,", "return { protect: false,")],
      changesOptions: true,
    },
  ],
};
