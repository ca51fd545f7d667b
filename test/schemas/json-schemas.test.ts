import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "../../scripts/json-schemas.ts";

const project = join(import.meta.dirname, "../..");
const folder = join(project, "schemas");

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly title?: string;
  readonly examples?: readonly unknown[];
  readonly $schema?: string;
}

describe("JSON Schemas", () => {
  it("R-TEN-1 the committed ones are the code's; mended by `npm run schemas`", () => {
    const committed = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
    deepEqual(new Map(committed), new Map([...jsonSchemas()].toSorted()));
  });

  for (const [name, text] of jsonSchemas()) {
    const schema = JSON.parse(text) as Schema;

    it(`R-TEN-1 ${name} is draft-07 with a title`, () => {
      equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
      ok(schema.title);
    });
  }

  it("R-TEN-1 every key of a tenant's and a cell's file has words for the editor's hover", () => {
    for (const name of ["tenant", "cell"]) {
      const { properties = {} } = JSON.parse(jsonSchemas().get(`${name}.schema.json`) ?? "{}") as Schema;
      const silent = Object.entries(properties).filter(
        ([, { description, properties: inner }]) => !description && !inner,
      );
      deepEqual(
        silent.map(([key]) => key),
        [],
      );
    }
  });

  it("R-TEN-1 every committed YAML file begins with the modeline of its schema", () => {
    const kinds = { tenants: "tenant", cells: "cell", tiers: "tier" };
    const files = Object.entries(kinds).flatMap(([path, kind]) =>
      readdirSync(join(project, path))
        .filter((file) => file.endsWith(".yaml"))
        .map((file) => [`${path}/${file}`, `../schemas/${kind}.schema.json`] as const),
    );
    const all = [
      ...files,
      ["fleet.yaml", "schemas/fleet.schema.json"],
      ["application/application.yaml", "../schemas/application.schema.json"],
    ] as const;
    for (const [file, schema] of all) {
      const [first] = readFileSync(join(project, file), "utf8").split("\n");
      equal(first, `# yaml-language-server: $schema=${schema}`, file);
    }
  });
});
