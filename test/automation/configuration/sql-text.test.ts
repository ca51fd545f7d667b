import { doesNotThrow, equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { refuseTransactionControl, withVariables } from "../../../automation/configuration/sql-text.ts";

const filled = (sql: string, variables = { schema: "app", role: "r1" }) => withVariables(sql, variables, "a.sql");

describe("withVariables", () => {
  it("quotes an identifier and a literal, as psql does", () => {
    equal(filled(`GRANT USAGE ON SCHEMA :"schema" TO :"role"`), 'GRANT USAGE ON SCHEMA "app" TO "r1"');
    equal(filled(`CHECK (tenant_role = :'role')`), "CHECK (tenant_role = 'r1')");
  });

  it("touches nothing inside literals, identifiers, bodies, comments and casts", () => {
    for (const sql of [
      `SELECT ':"nobody"'`,
      `SELECT 'it''s :"nobody"'`,
      String.raw`SELECT E'\':"nobody"'`,
      `SELECT ":'nobody'"`,
      `SELECT $$ :"nobody" $$`,
      `SELECT $body$ $$ :"nobody" $body$`,
      `-- :"nobody"\nSELECT 1`,
      `/* :"nobody" */ SELECT 1`,
      `SELECT 1::"char"`,
    ]) {
      equal(filled(sql), sql);
    }
  });

  it("lets no name end its quotes, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const identifier = filled('SELECT :"schema"', { schema: name, role: "" });
        equal(identifier.slice(8, -1).replaceAll('""', ""), name.replaceAll('"', ""));
        const literal = filled(`SELECT :'schema'`, { schema: name, role: "" });
        equal(
          literal
            .replace(/^SELECT ( E)?'/, "")
            .slice(0, -1)
            .replaceAll("''", "")
            .includes("'"),
          false,
        );
      }),
    );
  });

  it("says where a variable is that nobody gave, also one that every object has", () => {
    throws(() => filled('SELECT 1;\nSELECT :"nobody"'), {
      code: "MIGRATION_VARIABLE_UNKNOWN",
      message: /a\.sql:2: .*"nobody".*role, schema/,
    });
    throws(() => filled('SELECT :"constructor"'), { code: "MIGRATION_VARIABLE_UNKNOWN" });
  });
});

describe("refuseTransactionControl", () => {
  it("refuses what ends a transaction, and lets through what only looks like it", () => {
    for (const sql of [
      "BEGIN; SELECT 1",
      "SELECT 1; commit",
      "/* x */ ROLLBACK",
      "SELECT 1;\n-- x\nEND;",
      "SAVEPOINT a",
      "START TRANSACTION",
      "ABORT",
    ]) {
      throws(() => refuseTransactionControl(sql, "a.sql"), { code: "MIGRATION_TRANSACTION_CONTROL" }, sql);
    }
    for (const sql of [
      "CREATE FUNCTION a.f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;",
      "SELECT 'x; COMMIT'",
      "SELECT $$; COMMIT; $$",
      "-- ; COMMIT\nSELECT 1",
      "SELECT CASE WHEN true THEN 1 END;",
    ]) {
      doesNotThrow(() => refuseTransactionControl(sql, "a.sql"), sql);
    }
    throws(
      () =>
        refuseTransactionControl(
          "CREATE FUNCTION a.f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END; END;",
          "a.sql",
        ),
      /"END"/,
    );
  });
});
