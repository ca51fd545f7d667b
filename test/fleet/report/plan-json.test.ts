import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { planJson, planJsonPieces } from "../../../fleet/report/plan-json.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { anyPlan } from "../../support/reports/arbitrary-plan.ts";
import { group, ids, operation, planned, plantedFleet } from "../../support/reports/planned-fleet.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schemas/plan.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const errorsOf = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors);

describe("planJson", () => {
  it("R-USE-2 has the keys that programs rely on", () => {
    const document = JSON.parse(planJson(plantedFleet()));
    equal(document.formatVersion, 1);
    equal(document.verdict, "not-safe");
    equal(document.affected.length, 300);
    const [first] = document.groups;
    deepEqual(first.tenants, ["t-0007"]);
    equal(first.danger, "data-bearing");
    equal(first.predicted, false);
    deepEqual(first.operations[0].properties, [
      {
        path: "storageType",
        before: "gp2",
        after: "gp3",
        forcesReplace: "outside",
        decidedBy: "tenants/acme-corp.yaml:16:21",
      },
    ]);
    deepEqual(Object.keys(document.gates[0]).toSorted(), [
      ..."exception gate property reason resource stack tenant verdict".split(" "),
    ]);
    deepEqual(Object.keys(document.cost).toSorted(), ["bands", "base", "delta", "head", "unpriced"]);
  });

  it("R-USE-2 keeps to the published schema, whatever the plan", () => {
    deepEqual(errorsOf(planJson(plantedFleet())), []);
    fc.assert(
      fc.property(anyPlan, (plan) => deepEqual(errorsOf(planJson(plan)), [])),
      { numRuns: 30 },
    );
  });

  it("R-USE-2 the schema refuses another document", () => {
    const { gates: _, ...document } = JSON.parse(planJson(plantedFleet()));
    ok(!validate(document));
    ok(!validate({ ...JSON.parse(planJson(plantedFleet())), formatVersion: 2 }));
    ok(!validate({ ...JSON.parse(planJson(plantedFleet())), groups: [{ tenants: "acme" }] }));
  });

  it("R-USE-2 writes a secret as [secret], in whichever form it comes", () => {
    const wire = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:hunter2" };
    const text = planJson(
      planned({
        groups: [
          group(
            "update",
            ["a"],
            [
              operation("update", "a:b:C", "x", {
                properties: [{ path: "password", before: new SecretValue("hunter2"), after: [{ deep: wire }] }],
              }),
            ],
          ),
        ],
      }),
    );
    ok(!text.includes("hunter2"));
    deepEqual(JSON.parse(text).groups[0].operations[0].properties, [
      { path: "password", before: "[secret]", after: [{ deep: "[secret]" }] },
    ]);
  });

  it("R-USE-2 writes 100,000 tenants that all change in their own way, in pieces of bounded length", () => {
    const all = ids(100_000);
    const plan = planned({
      affected: all,
      groups: all.map((id) => group("update", [id], [operation("update", "a:b:C", id)])),
      gates: all.map((stack) => ({ gate: "residency", stack, reason: "left", verdict: "refused" as const })),
    });
    let longest = 0;
    let length = 0;
    for (const piece of planJsonPieces(plan)) {
      longest = Math.max(longest, piece.length);
      length += piece.length;
    }
    ok(longest < 1_000_000, `${longest}`);
    ok(length > 20_000_000, `${length}`);
  });
}).timeout(60_000);
