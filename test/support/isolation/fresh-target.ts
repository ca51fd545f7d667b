import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationTarget } from "../../../automation/configuration/apply-migrations.ts";
import type { DatabaseLogin } from "../../../automation/configuration/database-login.ts";
import { cellDatabaseNames, tenantDatabaseNames } from "../../../model/naming.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { PoolServer } from "./pool-server.ts";

/** A tenant's schema of its own, with a folder of versioned SQL that the test may change. */
export interface FreshTarget {
  readonly target: MigrationTarget;
  /** As the tenant. */
  readonly login: DatabaseLogin;
  readonly schema: string;
  readonly owner: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** Makes the schema for `uid`, and the folder with `files`: name → SQL. */
export async function freshTarget(
  server: PoolServer,
  uid: string,
  files: Readonly<Record<string, string>>,
): Promise<FreshTarget> {
  const tenant = await server.addSchemaTenant(uid);
  const provisioner = await server.login(cellDatabaseNames.provisioner, cellDatabaseNames.schemasDatabase);
  const { schema, owner, role } = tenantDatabaseNames(uid);
  const folder = temporaryFolder();
  const write = (written: Readonly<Record<string, string>>) => {
    for (const [name, sql] of Object.entries(written)) writeFileSync(join(folder.path, name), sql);
  };
  write(files);
  const target = { login: provisioner, folder: folder.path, variables: { schema, owner, role } };
  return { target, login: tenant, schema, owner, write, remove: () => folder.remove() };
}
