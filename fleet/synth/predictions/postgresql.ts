import { type ServicePredictions, text } from "./prediction.ts";

/** PostgreSQL, by the `postgresql` provider. */
export const postgresqlPredictions: ServicePredictions = {
  "postgresql:index/database:Database": { id: (context) => text(context, "name") },
  "postgresql:index/role:Role": { id: (context) => text(context, "name") },
  "postgresql:index/schema:Schema": { id: (context) => `${text(context, "database")}.${text(context, "name")}` },
  "postgresql:index/extension:Extension": { id: (context) => `${text(context, "database")}.${text(context, "name")}` },
  "postgresql:index/grantRole:GrantRole": {
    id: (context) => `${text(context, "role")}_${text(context, "grantRole")}_false`,
  },
  "postgresql:index/grant:Grant": {
    id: (context) =>
      ["role", "database", "schema", "objectType"]
        .map((part) => text(context, part))
        .filter((part) => part !== "")
        .join("_"),
  },
  "postgresql:index/defaultPrivileges:DefaultPrivileges": {
    id: (context) =>
      ["role", "database", "schema", "owner", "objectType"]
        .map((part) => text(context, part))
        .filter((part) => part !== "")
        .join("_"),
  },
};
