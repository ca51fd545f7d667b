import { deepEqual } from "node:assert/strict";
import { confirmGroups, representatives } from "../../../automation/preview/confirm-groups.ts";
import { operationsOf, type PreviewedStack } from "../../../automation/preview/preview-stack.ts";
import type { Operation, OperationKind } from "../../../fleet/diff/stack-difference.ts";
import type { ChangeGroup } from "../../../fleet/plan/fleet-plan.ts";

const urnOf = (stack: string, name: string): string => `urn:pulumi:${stack}::tenantry::aws:s3/bucket:Bucket::${name}`;
const operation = (op: OperationKind, urn: string): Operation => ({
  op,
  urn,
  type: "aws:s3/bucket:Bucket",
  name: urn.split("::").at(-1) ?? "",
  properties: [],
  options: [],
  isDataBearing: true,
});
const group = (tenants: readonly string[]): ChangeGroup => ({
  tenants,
  danger: "update",
  operations: [operation("update", urnOf("{tenant}", "{tenant}"))],
  predicted: false,
});
const previewed = (...operations: [string, OperationKind][]): PreviewedStack => ({
  kind: "previewed",
  operations: new Map(operations),
});

/** Confirms one group of three, each stack predicted to update its bucket. */
async function confirm(words: Readonly<Record<string, PreviewedStack>>, groups = [group(["a", "b", "c"])]) {
  const { seconds, ...confirmation } = await confirmGroups({
    groups,
    perGroup: 3,
    differenceOf: async (stack) => ({ stack, operations: [operation("update", urnOf(stack, stack))] }),
    preview: async (stack) => words[stack] ?? previewed([urnOf(stack, stack), "update"]),
  });
  deepEqual(seconds >= 0, true);
  return confirmation;
}

describe("real previews of a few stacks of each group (R-USE-2)", () => {
  it("take representatives from all over a group, and none twice", () => {
    deepEqual(representatives(["a", "b", "c", "d", "e", "f"], 3), ["a", "c", "e"]);
    deepEqual(representatives(["a", "b"], 5), ["a", "b"]);
    deepEqual(representatives(["a", "b"], 1), ["a"]);
  });

  it("say nothing against a prediction that holds", async () => {
    deepEqual(await confirm({}), {
      perGroup: 3,
      previewed: ["a", "b", "c"],
      notProvisioned: [],
      failures: [],
      disagreements: [],
    });
  });

  it("list what the engine does otherwise, does besides, and does not do", async () => {
    const confirmation = await confirm({
      a: previewed([urnOf("a", "a"), "replace"]),
      b: previewed([urnOf("b", "b"), "update"], [urnOf("b", "other"), "create"]),
      c: previewed(),
    });
    deepEqual(confirmation.disagreements, [
      { stack: "a", urn: urnOf("a", "a"), predicted: "update", engine: "replace" },
      { stack: "b", urn: urnOf("b", "other"), predicted: "same", engine: "create" },
      { stack: "c", urn: urnOf("c", "c"), predicted: "update", engine: "same" },
    ]);
  });

  it("say which stacks were never brought up, and of which the engine could say nothing", async () => {
    const confirmation = await confirm({ a: { kind: "not-provisioned" }, b: { kind: "failed", reason: "no login" } });
    deepEqual(confirmation, {
      perGroup: 3,
      previewed: ["c"],
      notProvisioned: ["a"],
      failures: [{ stack: "b", reason: "no login" }],
      disagreements: [],
    });
  });

  it("take the engine's refusal to delete what is protected for agreement only where it was predicted", async () => {
    const reason = "unable to replace resource: as it is currently marked for protection";
    const refuse = (isRefused: boolean) =>
      confirmGroups({
        groups: [group(["a"])],
        perGroup: 1,
        differenceOf: async (stack) => ({
          stack,
          operations: [{ ...operation("replace", urnOf(stack, stack)), ...(isRefused ? { isRefused } : {}) }],
        }),
        preview: async () => ({ kind: "failed", reason }),
      });
    deepEqual((await refuse(true)).failures, []);
    deepEqual((await refuse(true)).previewed, ["a"]);
    deepEqual((await refuse(false)).failures, [{ stack: "a", reason }]);
  });

  it("leave out tenants whose files are gone, and groups in which no resource changes", async () => {
    const groups: readonly ChangeGroup[] = [
      { ...group(["a"]), isOffBoarding: true },
      { ...group(["b"]), operations: [] },
    ];
    deepEqual((await confirm({}, [...groups])).previewed, []);
  });

  it("count a replacement's steps as one, and nothing that the cloud does not hold", () => {
    const urn = urnOf("a", "a");
    const step = (operation: string, type: string, of: string) => ({ operation, type, urn: of });
    const provider = "urn:pulumi:a::tenantry::pulumi:providers:aws::default_7_48_0";
    deepEqual(
      operationsOf([
        step("create", "pulumi:providers:aws", provider),
        step("update", "pulumi:pulumi:Stack", "urn:pulumi:a::tenantry::pulumi:pulumi:Stack::tenantry-a"),
        step("create-replacement", "aws:s3/bucket:Bucket", urn),
        step("replace", "aws:s3/bucket:Bucket", urn),
        step("delete-replaced", "aws:s3/bucket:Bucket", urn),
        step("read", "aws:s3/bucket:Bucket", urnOf("a", "read")),
        step("refresh", "aws:s3/bucket:Bucket", urnOf("a", "refreshed")),
      ]),
      new Map([[urn, "replace"]]),
    );
  });
});
