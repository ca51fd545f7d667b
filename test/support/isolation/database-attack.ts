import type { Isolation } from "../../../model/isolation.ts";

/** One tenant as an attacker sees it: names quoted as identifiers, except where the name says literal. */
export interface DatabasePlace {
  /** Role, as an identifier. */
  readonly role: string;
  /** Role, as a literal. */
  readonly roleLiteral: string;
  readonly schema: string;
  readonly schemaLiteral: string;
  readonly database: string;
  /** NOLOGIN role that owns the tables. */
  readonly owner: string;
  /** A document of the tenant's, as a literal. */
  readonly documentId: string;
  /** A large object of the tenant's. */
  readonly largeObject: number;
  /** An idle connection of the tenant's. */
  readonly processId: number;
}

/** Who attacks, and whom. At levels with a server each, `other` has names on another server. */
export interface Duel {
  readonly own: DatabasePlace;
  readonly other: DatabasePlace;
}

/** How an attempt must end. */
export type Refusal =
  /** SQLSTATE of the last statement; those before it succeed. */
  | { readonly sqlState: string }
  /** The last statement finds or changes nothing. */
  | "nothing";

/** Something that a tenant tries on its neighbour, and the same thing on its own, which must succeed. */
export interface DatabaseAttack {
  readonly title: string;
  readonly levels: readonly Isolation[];
  /** Runs in one transaction that is rolled back. */
  attempt(duel: Duel): readonly string[];
  readonly refused: Refusal;
  /** The last statement must find or change at least one row, or be one that returns none, such as `SET`. */
  twin(duel: Duel): readonly string[];
}

export const all: readonly Isolation[] = ["shared", "schema", "database", "cluster"];
export const own: readonly Isolation[] = ["schema", "database", "cluster"];
/** Levels at which tenants share a server. */
export const pooled: readonly Isolation[] = ["shared", "schema"];
export const denied: Refusal = { sqlState: "42501" };
