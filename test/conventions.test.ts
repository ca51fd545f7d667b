import { deepEqual, equal } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import ts from "typescript";

interface ComponentFile {
  readonly file: string;
  readonly components: readonly ts.ClassDeclaration[];
}

/** The component classes of one file. */
function componentsOf(file: string): ts.ClassDeclaration[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter(ts.isClassDeclaration)
    .filter((node) => node.heritageClauses?.some((clause) => clause.getText().includes("ComponentResource")));
}

const constructorOf = (node: ts.ClassDeclaration) => node.members.find(ts.isConstructorDeclaration);
const kebab = (name: string) => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
const nameOf = (node: ts.ClassDeclaration) => node.name?.text ?? "";

const files: readonly ComponentFile[] = readdirSync("components", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file: `components/${file}`, components: componentsOf(`components/${file}`) }))
  .filter(({ components }) => components.length > 0);

/** The components that break a rule, as a reader would look for them. */
const breaking = (isBroken: (node: ts.ClassDeclaration, file: string) => boolean) =>
  files.flatMap(({ file, components }) =>
    components.filter((node) => isBroken(node, file)).map((node) => `${file} ${nameOf(node)}`),
  );

describe("conventions of components", () => {
  it("finds the components at all", () => {
    equal(files.length > 30, true);
  });

  it("every component ends by registering its outputs", () => {
    const last = (node: ts.ClassDeclaration) => constructorOf(node)?.body?.statements.at(-1)?.getText() ?? "";
    deepEqual(
      breaking((node) => !last(node).startsWith("this.registerOutputs(")),
      [],
    );
  });

  it("every component's type is named like its class, and its arguments stay out of the state", () => {
    const first = (node: ts.ClassDeclaration) => constructorOf(node)?.body?.statements[0]?.getText() ?? "";
    deepEqual(
      breaking((node) => first(node) !== `super("tenantry:components:${nameOf(node)}", name, {}, opts);`),
      [],
    );
  });

  it("every file holds one component, named like the file", () => {
    deepEqual(
      files
        .filter(
          ({ file, components }) => components.map((node) => `${kebab(nameOf(node))}.ts`).join() !== basename(file),
        )
        .map(({ file }) => file),
      [],
    );
  });

  it("every component says what it is for and, by cost or data, what it means to have it", () => {
    const docOf = (node: ts.ClassDeclaration) =>
      ts
        .getJSDocCommentsAndTags(node)
        .map((doc) => doc.getText())
        .join(" ");
    deepEqual(
      breaking((node) => docOf(node) === ""),
      [],
    );
  });

  it("every component has a test of the same name", () => {
    deepEqual(
      files.map(({ file }) => `test/${file.replace(/\.ts$/, ".test.ts")}`).filter((file) => !existsSync(file)),
      [],
    );
  });
});
