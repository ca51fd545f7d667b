// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
const identifierPattern = /^[a-z][a-z0-9-]{0,62}$/;
const masterPattern = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;

/** Names end up in paths and access rules. @throws where the service would not take one of them. */
export function refuseBadNames(identifier: string, masterUsername: string): void {
  if (!identifierPattern.test(identifier))
    throw new Error(
      `"${identifier}" is no identifier of a database instance: 1 to 63 lower-case letters, digits and hyphens, beginning with a letter.`,
    );
  if (!masterPattern.test(masterUsername))
    throw new Error(
      `"${masterUsername}" is no name of a master user: 1 to 63 letters, digits and underscores, beginning with a letter.`,
    );
  if (/^(rdsadmin|pg_|rds_)/.test(masterUsername))
    throw new Error(`"${masterUsername}" is reserved by the service and cannot be the master user.`);
}
