import { anyOf, type Control, type Evidence, enforcedBy, input, ownOf } from "../control.ts";

const row = "R-SEC-4";

const roles = (evidence: Evidence) =>
  evidence.own.filter(({ type, name }) => type === "aws:iam/role:Role" && !name.endsWith("-nodes"));

/** Who may do what, by role and by tag. */
export const controls: readonly Control[] = [
  {
    id: "permissions-boundary",
    row,
    paths: [],
    demand: () => "no role of the tenant can do more than its cell's boundary",
    judge: (evidence) => {
      const unbounded = roles(evidence).filter(
        (role) => input(role, "permissionsBoundary") === undefined && isOfTenant(role),
      );
      if (unbounded.length > 0) {
        return { kind: "missing", because: `${unbounded.map(({ name }) => name).join(", ")} have no boundary` };
      }
      return enforcedBy(anyOf(evidence, "aws:iam/policy:Policy"), "the cell has no boundary");
    },
  },
  {
    id: "role-based-access",
    row,
    paths: [],
    demand: () => "users, pods and database sessions have roles with what they need",
    judge: (evidence) =>
      enforcedBy(
        [
          ...ownOf(evidence, "aws:cognito/userGroup:UserGroup"),
          ...ownOf(evidence, "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"),
          ...ownOf(evidence, "postgresql:index/role:Role"),
        ],
        "neither groups nor roles are declared",
      ),
  },
  {
    id: "attribute-based-access",
    row,
    paths: [],
    demand: ({ workloadRole }) =>
      workloadRole.kind === "cell" ? "sessions of a shared role reach what carries their own tag" : undefined,
    judge: (evidence) =>
      enforcedBy(
        ownOf(evidence, "aws:eks/podIdentityAssociation:PodIdentityAssociation"),
        "no session gets the tags that tell tenants apart",
      ),
  },
];

/** Roles that a workload takes on; those of services are bounded by the service that takes them on. */
const isOfTenant = ({ inputs }: { readonly inputs: Readonly<Record<string, unknown>> }) =>
  String(inputs["assumeRolePolicy"]).includes("pods.eks.amazonaws.com");
