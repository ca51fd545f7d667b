import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { readFrameworks } from "../../../catalog/frameworks/index.ts";
import type { Framework } from "../../../model/framework.ts";
import { floorsOf, isSatisfied, raiseToFloors } from "../../../model/resolve/floors.ts";
import { valueAt } from "../../../model/resolve/leaves.ts";
import { problemsOf, resolved, summary, tenantHead, tierNamed } from "../../support/tenant-sources.ts";

const professional = (more: string) => tenantHead("professional", "schema", more);
const frameworks = readFrameworks();
const framework = (id: string, path: string, demand: Framework["floors"][number]["demand"]): Framework => ({
  id,
  title: id.toUpperCase(),
  floors: [{ path, demand, control: "1", reason: "it is so", source: "https://framework.example" }],
});
const minutes = "configuration.security.sessions.access_token_minutes";

describe("floors of compliance frameworks", () => {
  it("R-CMP-1 raise what the tier sets, and leave alone what is stricter already", () => {
    const { configuration } = resolved(professional("compliance: [pci_dss]"));
    const { security, compliance } = configuration.configuration;
    deepEqual([security.sessions.access_token_minutes, compliance.retention_days.logs], [15, 365]);
    deepEqual([security.password_policy.lockout_attempts, security.password_policy.history_count], [5, 12]);
  });

  it("R-CMP-2 two frameworks resolve to the stricter, in either order", () => {
    const both = (order: string) => resolved(professional(`compliance: ${order}`)).configuration;
    const one = both("[hipaa, pci_dss]").configuration;
    deepEqual([one.compliance.retention_days.logs, one.security.sessions.access_token_minutes], [2192, 15]);
    deepEqual(both("[pci_dss, hipaa]").configuration, one);
  });

  it("R-TPL-5 an override below a floor is refused with framework, control and both places; one on it is taken", () => {
    const yaml = (value: number) =>
      professional(`compliance: [fedramp_moderate]\noverrides:\n  security.password_policy.lockout_attempts: ${value}`);
    const [problem, ...others] = problemsOf(yaml(4));
    deepEqual(others, []);
    equal(
      problem && summary(problem),
      "tenants/test.yaml:13:46 TENANT_FLOOR_WEAKENED overrides.security.password_policy.lockout_attempts",
    );
    equal(
      problem?.message,
      "is weaker than FedRAMP Moderate (NIST SP 800-53 Rev. 5) AC-7 demands (an account is locked after at most three attempts); the framework is named at tenants/test.yaml:11:14",
    );
    equal(problem?.allowed, "at most 3");
    deepEqual(problemsOf(yaml(3)), []);
    deepEqual(problemsOf(yaml(2)), []);
  });

  it("R-TPL-5 a framework that needs what the tier does not sell names the cheapest tier that does", () => {
    const problems = problemsOf(tenantHead("free", "shared", "compliance: [hipaa]"));
    deepEqual(problems.map(summary), [
      "tenants/test.yaml:11:14 TENANT_FRAMEWORK_NOT_SOLD compliance",
      "tenants/test.yaml:11:14 TENANT_FRAMEWORK_NOT_SOLD compliance",
    ]);
    equal(
      problems[0]?.suggestion,
      "choose tier professional, the cheapest that has it: tenantry change-tier test-tenant",
    );
    deepEqual(problemsOf(professional("compliance: [hipaa]")), []);
  });

  it("R-TPL-5 a framework that needs what a shared user pool cannot differ in names the tier with a pool of its own", () => {
    const problems = problemsOf(tenantHead("free", "shared", "compliance: [fedramp_moderate]"));
    const lockout = problems.find(({ message }) => message.includes("AC-7"));
    equal(lockout?.suggestion, "choose tier professional, the cheapest that has it: tenantry change-tier test-tenant");
    deepEqual(problemsOf(professional("compliance: [fedramp_moderate]")), []);
  });

  it("R-CMP-2 shows frameworks that exclude each other instead of choosing one", () => {
    const contradicting = [framework("one", minutes, { minimum: 30 }), framework("two", minutes, { maximum: 20 })];
    const problems = problemsOf(professional("compliance: [one, two]"), { frameworks: contradicting });
    deepEqual(problems.map(summary), ["tenants/test.yaml:11:14 TENANT_FRAMEWORKS_CONFLICT compliance"]);
    deepEqual(problemsOf(professional("compliance: [two]"), { frameworks: contradicting }), []);
  });

  for (const name of ["SOC 2", "soc2", "PCI-DSS", "ISO 27001", "FedRAMP Moderate"]) {
    it(`takes ${name} for a framework's name`, () =>
      deepEqual(problemsOf(professional(`compliance: ["${name}"]`)), []));
  }

  it("offers the nearest name for a framework that nobody knows", () => {
    const [problem] = problemsOf(professional("compliance: [soc2, hippa]"));
    equal(problem && summary(problem), "tenants/test.yaml:11:20 TENANT_FRAMEWORK_UNKNOWN compliance.1");
    equal(problem?.suggestion, "did you mean hipaa?");
  });
});

describe("laws of floors", () => {
  const chosen = fc.shuffledSubarray([...frameworks]);
  const configuration = tierNamed("professional").spec;

  it("R-CMP-1 after raising every floor is satisfied, in any order of frameworks", () => {
    fc.assert(
      fc.property(chosen, (some) => {
        const raised = raiseToFloors(configuration, floorsOf(some));
        ok(floorsOf(some).every((floor) => isSatisfied(floor, valueAt(raised, floor.path.split(".")))));
        deepEqual(raised, raiseToFloors(configuration, floorsOf(some.toReversed())));
      }),
    );
  });

  it("R-CMP-1 one framework more never weakens what the others demand, and raising twice changes nothing", () => {
    fc.assert(
      fc.property(chosen, fc.constantFrom(...frameworks), (some, another) => {
        const before = floorsOf(some);
        const raised = raiseToFloors(configuration, floorsOf([...some, another]));
        ok(before.every((floor) => isSatisfied(floor, valueAt(raised, floor.path.split(".")))));
        deepEqual(raiseToFloors(raised, floorsOf([...some, another])), raised);
      }),
    );
  });
});
