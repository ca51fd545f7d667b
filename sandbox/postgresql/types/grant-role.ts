import type { PropertyMap } from "../../provider/provider.ts";
import type { Session } from "../connection/session.ts";
import { identifier } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

/** Membership of one role in another. */
export const grantRole: SqlType = {
  token: "postgresql:index/grantRole:GrantRole",
  schema: {
    grantRole: { type: "text", required: true },
    role: { type: "text", required: true },
    withAdminOption: { type: "boolean" },
  },
  defaults: { withAdminOption: false },
  replaces: ["grantRole", "role", "withAdminOption"],
  id: (inputs) => `${String(inputs["role"])}_${String(inputs["grantRole"])}_${inputs["withAdminOption"] === true}`,
  create: (access, inputs) =>
    access.change(access.settings.database, (session) => {
      const option = inputs["withAdminOption"] === true ? " WITH ADMIN OPTION" : "";
      return session.execute(`GRANT ${group(inputs)} TO ${member(inputs)}${option}`);
    }),
  live: (access, inputs) => access.look(access.settings.database, (session) => liveMembership(session, inputs)),
  drop: (access, inputs) =>
    access.change(access.settings.database, (session) =>
      session.execute(`REVOKE ${group(inputs)} FROM ${member(inputs)}`),
    ),
};

function group(inputs: PropertyMap): string {
  return identifier(String(inputs["grantRole"]));
}

function member(inputs: PropertyMap): string {
  return identifier(String(inputs["role"]));
}

/** Since PostgreSQL 16 there is a row for each grantor. */
async function liveMembership(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const [row] = await session.query<{ withAdminOption: boolean | null }>(
    `SELECT bool_or(admin_option) AS "withAdminOption" FROM pg_catalog.pg_auth_members m
     JOIN pg_catalog.pg_roles g ON g.oid = m.roleid JOIN pg_catalog.pg_roles r ON r.oid = m.member
     WHERE g.rolname = $1 AND r.rolname = $2`,
    [inputs["grantRole"], inputs["role"]],
  );
  return row && row.withAdminOption !== null ? { withAdminOption: row.withAdminOption } : undefined;
}
