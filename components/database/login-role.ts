import { Role } from "@pulumi/postgresql/role.js";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseLimitsPlan } from "../../model/plan/data-plan.ts";

/** Whoever is in it logs in by a token of RDS IAM authentication, and not by password. */
export const iamLoginGroup = "rds_iam";

export interface LoginRoleArgs {
  readonly roleName: string;
  /** First and only schema on its search path, so that an unqualified name means its own. */
  readonly schemaName: string;
  readonly limits: DatabaseLimitsPlan;
  /** Beside the one for IAM logins. */
  readonly groups: readonly pulumi.Input<string>[];
  /** Whether it may log in; a suspended tenant's may not. */
  readonly login: boolean;
}

/**
 * Role that a tenant connects as: no password, no right beyond its groups' and what it is granted.
 *
 * Of the limits, only the number of connections holds against the tenant's will; the timeouts are its own to lift.
 */
export function loginRole(name: string, args: LoginRoleArgs, opts: pulumi.CustomResourceOptions): Role {
  const { limits } = args;
  return new Role(
    name,
    {
      name: args.roleName,
      login: args.login,
      connectionLimit: limits.connections,
      statementTimeout: limits.statementTimeoutSeconds * 1000,
      idleInTransactionSessionTimeout: limits.idleInTransactionTimeoutSeconds * 1000,
      searchPaths: [args.schemaName],
      roles: [...args.groups, iamLoginGroup],
    },
    opts,
  );
}
