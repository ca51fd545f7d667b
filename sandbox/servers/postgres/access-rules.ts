import type { TokenAuthority } from "./token-authority.ts";

/** The superuser of a server. As in RDS it belongs to the platform and is nobody's to use. */
export const administratorRole = "rdsadmin";
/** Whoever is a member logs in by token alone. */
export const tokenRole = "rds_iam";

/**
 * pg_hba.conf of a server. First match wins: the superuser comes in by the Unix socket alone, whose folder is closed to
 * others; the master by password, although `rds_superuser` has `rds_iam` to hand on; members of `rds_iam` by token alone,
 * whatever password somebody gave them; everybody else by password. No replication.
 */
export function accessRules(
  server: string,
  masterUsername: string,
  authority: Pick<TokenAuthority, "port" | "secret">,
): string {
  const radius = `radius radiusservers="127.0.0.1" radiusports="${authority.port}" radiussecrets="${authority.secret}" radiusidentifiers="${server}"`;
  return [
    `local all ${administratorRole} scram-sha-256`,
    "local all all reject",
    `host all ${administratorRole} all reject`,
    "host replication all all reject",
    `host all "${masterUsername}" 127.0.0.1/32 scram-sha-256`,
    `host all +${tokenRole} 127.0.0.1/32 ${radius}`,
    "host all all 127.0.0.1/32 scram-sha-256",
    "",
  ].join("\n");
}
