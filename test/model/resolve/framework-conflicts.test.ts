import { deepEqual, equal, ok } from "node:assert/strict";
import { readFrameworks } from "../../../catalog/frameworks/index.ts";
import type { Demand, Framework } from "../../../model/framework.ts";
import { floorsOf, isSatisfied } from "../../../model/resolve/floors.ts";
import { contradictionsOf } from "../../../model/resolve/framework-conflicts.ts";
import { valueAt } from "../../../model/resolve/leaves.ts";
import { problemsOf, resolve, summary, tenantHead } from "../../support/tenant-sources.ts";

const catalog = readFrameworks();
const professional = (more: string) => tenantHead("professional", "schema", more);
const minutes = "configuration.security.sessions.access_token_minutes";
const waf = "configuration.security.threat_detection.waf";
const keys = "configuration.security.encryption.key_management";
const erasure = "configuration.compliance.privacy.right_to_deletion";
const userData = "configuration.compliance.retention_days.user_data";
const lockMode = "infrastructure.storage.object_lock.mode";

const demanding = (id: string, ...demands: readonly (readonly [path: string, demand: Demand])[]): Framework => ({
  id,
  title: id.toUpperCase(),
  floors: demands.map(([path, demand], index) => ({
    path,
    demand,
    control: `${id}.${index + 1}`,
    reason: "it is so",
    source: `https://${id}.example`,
  })),
});
const lock = (mode: string, days: number) =>
  `overrides: { infrastructure.storage.object_lock: { mode: ${mode}, retention_days: ${days} } }`;

describe("frameworks that exclude each other", () => {
  const contradictions: readonly (readonly [title: string, path: string, one: Demand, other: Demand])[] = [
    ["a least above a most", minutes, { minimum: 30 }, { maximum: 20 }],
    ["yes and no", waf, { value: true }, { value: false }],
    ["a word and a stronger one at the least", keys, { value: "cell_key" }, { minimum: "tenant_key" }],
  ];
  for (const [title, path, one, other] of contradictions) {
    it(`R-CMP-2 are refused with both controls and sources: ${title}, in either order`, () => {
      const frameworks = [demanding("one", [path, one]), demanding("two", [path, other])];
      for (const named of ["[one, two]", "[two, one]"]) {
        const problems = problemsOf(professional(`compliance: ${named}`), { frameworks }).filter(
          ({ code }) => code === "TENANT_FRAMEWORKS_CONFLICT",
        );
        deepEqual(problems.map(summary), ["tenants/test.yaml:11:14 TENANT_FRAMEWORKS_CONFLICT compliance"]);
        for (const part of ["ONE one.1 ", "https://one.example", "TWO two.1 ", "https://two.example"]) {
          ok(problems[0]?.message.includes(part), part);
        }
      }
    });
  }

  const overlaps: readonly (readonly [title: string, path: string, one: Demand, other: Demand, decided: unknown])[] = [
    ["two leasts", minutes, { minimum: 70 }, { minimum: 90 }, 90],
    ["two mosts", minutes, { maximum: 30 }, { maximum: 20 }, 20],
    ["a least on a most", minutes, { minimum: 20 }, { maximum: 20 }, 20],
    ["the same twice", waf, { value: true }, { value: true }, true],
    ["a word and a weaker one at the least", keys, { value: "tenant_key" }, { minimum: "cell_key" }, "tenant_key"],
  ];
  for (const [title, path, one, other, decided] of overlaps) {
    it(`R-CMP-2 resolve to the stricter where both can be had: ${title}, in either order`, () => {
      const frameworks = [demanding("one", [path, one]), demanding("two", [path, other])];
      for (const named of ["[one, two]", "[two, one]"]) {
        const resolution = resolve(professional(`compliance: ${named}`), { frameworks });
        equal(resolution.kind, "resolved");
        if (resolution.kind === "resolved") {
          equal(valueAt(resolution.resolved.configuration, path.split(".")), decided);
        }
      }
    });
  }

  it("R-CMP-2 says in full what to do", () => {
    const frameworks = [demanding("one", [minutes, { minimum: 30 }]), demanding("two", [minutes, { maximum: 20 }])];
    const [problem] = problemsOf(professional("compliance: [one, two]"), { frameworks });
    equal(
      problem?.message,
      "no value satisfies both: ONE one.1 demands security.sessions.access_token_minutes: at least 30 (it is so; https://one.example), and TWO two.1 demands security.sessions.access_token_minutes: at most 20 (it is so; https://two.example), named at tenants/test.yaml:11:19",
    );
    deepEqual(
      [problem?.found, problem?.allowed, problem?.suggestion],
      [
        "at least 30 and at most 20",
        "frameworks that one value satisfies",
        "leave out one or two, or split the tenant in two, one for each",
      ],
    );
  });

  it("R-CMP-2 are not blamed on an override, which could satisfy only one of them", () => {
    const frameworks = [demanding("one", [minutes, { minimum: 30 }]), demanding("two", [minutes, { maximum: 20 }])];
    const yaml = (named: string) => professional(`compliance: ${named}\noverrides: { ${minutes}: 25 }`);
    deepEqual(
      problemsOf(yaml("[one, two]"), { frameworks }).map(({ code }) => code),
      ["TENANT_FRAMEWORKS_CONFLICT"],
    );
    deepEqual(
      problemsOf(yaml("[two]"), { frameworks }).map(({ code }) => code),
      ["TENANT_FLOOR_WEAKENED"],
    );
  });
});

describe("erasure and object lock", () => {
  it("R-CMP-2 GDPR's erasure and a lock that nobody can lift are refused with control, source and the lock's line", () => {
    const problems = problemsOf(professional(`compliance: [gdpr]\n${lock("compliance", 365)}`));
    deepEqual(problems.map(summary), ["tenants/test.yaml:11:14 TENANT_FRAMEWORKS_CONFLICT compliance"]);
    equal(
      problems[0]?.message,
      "GDPR Art. 17 demands compliance.privacy.right_to_deletion: true (a person may have personal data erased; https://eur-lex.europa.eu/eli/reg/2016/679/oj), and nobody can delete what is locked for 365 days in mode compliance: tenants/test.yaml:12:58 sets it",
    );
  });

  for (const [title, more] of [
    ["a lock that can be lifted", `compliance: [gdpr]\n${lock("governance", 365)}`],
    ["no lock", "compliance: [gdpr]"],
    ["a lock without a demand for erasure", `compliance: [hipaa, pci_dss]\n${lock("compliance", 365)}`],
  ] as const) {
    it(`R-CMP-2 takes ${title}`, () => deepEqual(problemsOf(professional(more)), []));
  }

  it("R-CMP-2 names both controls where one framework demands the lock and another the erasure", () => {
    const frameworks = [
      demanding("eraser", [erasure, { value: true }]),
      demanding("locker", [lockMode, { value: "compliance" }]),
    ];
    const yaml = (named: string) => professional(`compliance: ${named}\n${lock("compliance", 30)}`);
    const [problem, ...others] = problemsOf(yaml("[locker, eraser]"), { frameworks });
    deepEqual(others, []);
    equal(problem && summary(problem), "tenants/test.yaml:11:22 TENANT_FRAMEWORKS_CONFLICT compliance");
    for (const part of ["ERASER eraser.1", "https://eraser.example", "LOCKER locker.1", "https://locker.example"]) {
      ok(problem?.message.includes(part), part);
    }
    deepEqual(problemsOf(yaml("[locker]"), { frameworks }), []);
  });

  it("R-CMP-2 a most of retention excludes a longer lock and takes one within it", () => {
    const frameworks = [demanding("brief", [userData, { maximum: 100 }])];
    const codes = (days: number) =>
      problemsOf(professional(`compliance: [brief]\n${lock("compliance", days)}`), { frameworks }).map(
        ({ code }) => code,
      );
    deepEqual(codes(101), ["TENANT_FRAMEWORKS_CONFLICT"]);
    deepEqual(codes(100), []);
  });
});

describe("residency that a framework demands", () => {
  it("R-CMP-4 FedRAMP refuses a tenant outside the United States at its residency, and takes one inside", () => {
    const yaml = professional("compliance: [fedramp_moderate]");
    const [problem, ...others] = problemsOf(yaml.replace("residency: us", "residency: eu"));
    deepEqual(others, []);
    equal(problem && summary(problem), "tenants/test.yaml:7:12 TENANT_FRAMEWORK_RESIDENCY residency");
    deepEqual([problem?.found, problem?.allowed], ["eu", "us, us_gov"]);
    ok(problem?.message.includes("SA-9(5)"));
    deepEqual(problemsOf(yaml), []);
    deepEqual(problemsOf(yaml.replace("residency: us", "residency: us_gov")), []);
  });
});

describe("every two frameworks of the catalog", () => {
  const pairs = catalog.flatMap((one) => catalog.map((other) => [one, other] as const));
  for (const [one, other] of pairs) {
    it(`R-CMP-2 ${one.id} and ${other.id} hold to every control of both on the professional tier`, () => {
      deepEqual(contradictionsOf(floorsOf([...new Set([one, other])])), []);
      const resolution = resolve(professional(`compliance: [${one.id}, ${other.id}]`));
      equal(resolution.kind, "resolved");
      if (resolution.kind !== "resolved") return;
      const { configuration, chains } = resolution.resolved;
      for (const floor of floorsOf([one, other])) {
        const value = valueAt(configuration, floor.path.split("."));
        ok(isSatisfied(floor, value), `${floor.path} is ${String(value)}`);
        const [first] = chains[floor.path] ?? [];
        const reasons = chains[floor.path]?.map(({ reason }) => reason) ?? [];
        equal(
          reasons.includes(`${floor.framework.id} ${floor.control}`),
          !isSatisfied(floor, first?.value),
          floor.path,
        );
      }
    });
  }
});
