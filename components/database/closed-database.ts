import { Grant } from "@pulumi/postgresql/grant.js";
import type * as pulumi from "@pulumi/pulumi";

/** Takes from everybody what PostgreSQL gives to everybody: CONNECT and TEMP on a database, USAGE of its schema `public`. */
export function closeDatabase(
  name: string,
  database: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): readonly Grant[] {
  return [
    new Grant(`${name}-closed`, { database, role: "public", objectType: "database", privileges: [] }, opts),
    new Grant(
      `${name}-public-closed`,
      { database, schema: "public", role: "public", objectType: "schema", privileges: [] },
      opts,
    ),
  ];
}

/** Lets `role` connect to a database that is closed to everybody. */
export function allowConnect(
  name: string,
  args: { readonly database: pulumi.Input<string>; readonly role: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): Grant {
  return new Grant(name, { ...args, objectType: "database", privileges: ["CONNECT"] }, opts);
}
