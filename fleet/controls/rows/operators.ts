import { anyOf, type Control, enforcedBy } from "../control.ts";

const isFor = (purpose: RegExp) => (role: { readonly name: string }) => purpose.test(role.name);

/** How the operating company's people get in. */
export const controls: readonly Control[] = [
  {
    id: "operator-access",
    row: "R-SEC-10",
    paths: [],
    demand: () => "operators reach the tenant with a second factor, for a time, and visibly to the tenant",
    judge: (evidence) =>
      enforcedBy(
        anyOf(evidence, "aws:iam/role:Role")
          .filter(isFor(/support|break-glass/))
          .filter(({ inputs }) => String(inputs["assumeRolePolicy"]).includes("aws:MultiFactorAuthPresent")),
        "no role for operators demands a second factor",
      ),
  },
];
