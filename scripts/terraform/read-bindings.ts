import { existsSync, readdirSync, readFileSync } from "node:fs";

/** One argument of a Terraform resource or block, as generated bindings have it. */
export interface TerraformArgument {
  /** `simple` (text, number, boolean), `list`, `set`, `map`, `struct`; a nested block is `list` or `set`. */
  readonly kind: string;
  readonly block: boolean;
  /** Name of the nested shape, where there is one. */
  readonly of?: string;
}

export type TerraformArguments = ReadonlyMap<string, TerraformArgument>;

/** A resource type with its own arguments and the shapes that they lead to. */
export interface TerraformType {
  readonly type: string;
  readonly arguments: TerraformArguments;
  readonly shapes: ReadonlyMap<string, TerraformArguments>;
}

/**
 * Reads every resource type of the npm package `@cdktn/provider-aws`, whose bindings are generated from the schema of
 * Terraform's AWS provider and so have its names and its nesting.
 *
 * @param folder the unpacked package, with `lib/` inside.
 * @throws where the folder holds no bindings.
 */
export function readBindings(folder: string): ReadonlyMap<string, TerraformType> {
  const found = new Map<string, TerraformType>();
  for (const name of readdirSync(`${folder}/lib`)) {
    const file = `${folder}/lib/${name}/index.js`;
    if (name.startsWith("data-") || !existsSync(file)) continue;
    const read = readType(readFileSync(file, "utf8"));
    if (read !== undefined) found.set(read.type, read);
  }
  if (found.size === 0) throw new Error(`no bindings of a Terraform provider under ${folder}/lib`);
  return found;
}

function readType(code: string): TerraformType | undefined {
  const type = /static tfResourceType = "(\w+)"/.exec(code)?.[1];
  const own = /synthesizeHclAttributes\(\) \{\n\s+const attrs = \{\n([\s\S]*?)\n {8}\};/.exec(code)?.[1];
  if (type === undefined) return undefined;
  const shapes = new Map<string, TerraformArguments>();
  for (const [, name = "", body = ""] of code.matchAll(
    /^function (\w+)ToHclTerraform\(struct\) \{[\s\S]*?const attrs = \{\n([\s\S]*?)\n {4}\};/gm,
  )) {
    shapes.set(name, readArguments(body));
  }
  return { type, arguments: readArguments(own ?? ""), shapes };
}

const argument =
  /^\s*"?(\w+)"?: \{\n\s+value: (.*),\n\s+isBlock: (true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "\w+",$/gm;

function readArguments(body: string): TerraformArguments {
  const found = new Map<string, TerraformArgument>();
  for (const [, name = "", value = "", block, kind = ""] of body.matchAll(argument)) {
    const of = /(?<!cdktn\.)\b(\w+)ToHclTerraform/.exec(value)?.[1];
    found.set(name, { kind, block: block === "true", ...(of === undefined ? {} : { of }) });
  }
  return found;
}
