import npmPackage from "@pulumi/postgresql/package.json" with { type: "json" };
import type { ProviderPackage } from "../provider/provider.ts";
import type { World } from "../world/world.ts";
import { PostgresAccess } from "./connection/access.ts";
import { checkConfiguration, connectionSettings, textConfiguration } from "./connection/settings.ts";
import { resourceType, type SqlType } from "./sql-type.ts";
import { database } from "./types/database.ts";
import { defaultPrivileg, defaultPrivileges } from "./types/default-privileges.ts";
import { extension } from "./types/extension.ts";
import { postgresFunction } from "./types/function.ts";
import { grant } from "./types/grant.ts";
import { grantRole } from "./types/grant-role.ts";
import { role } from "./types/role.ts";
import { schema } from "./types/schema.ts";

/** Every type that the sandbox offers; the npm package has more, for replication and foreign servers. */
export const postgresqlTypes: readonly SqlType[] = [
  database,
  defaultPrivileg,
  defaultPrivileges,
  extension,
  postgresFunction,
  grant,
  grantRole,
  role,
  schema,
];

/**
 * The package `postgresql`: real SQL on real servers. With `awsRdsIamAuth` the password is a token of the world's
 * server at the configured address.
 */
export function postgresqlPackage(world: World): ProviderPackage {
  return {
    name: "postgresql",
    version: npmPackage.version,
    typesFolder: "sandbox/postgresql/types/",
    textConfiguration,
    checkConfig: checkConfiguration,
    configure: async (config) => {
      const access = new PostgresAccess(connectionSettings(config), world);
      const types = new Map(postgresqlTypes.map((type) => [type.token, resourceType(type, access)]));
      return { resourceType: (token) => types.get(token), invoke: () => undefined };
    },
  };
}
