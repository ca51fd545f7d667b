/** How far a tenant's data and compute are kept apart, weakest first. */
export const isolations = ["shared", "schema", "database", "cluster"] as const;

/** `shared` tables, an own `schema`, an own `database` instance, or an own `cluster` in a cell of its own. */
export type Isolation = (typeof isolations)[number];

/** Whether tenants of this level share their cell's role, nodes and database server. */
export const isPooled = (isolation: Isolation): boolean => isolation === "shared" || isolation === "schema";
