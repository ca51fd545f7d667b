import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Inputs of every resource type that an npm package of Pulumi exports, by token; the provider's by the package's name. */
export function exportedInputs(packageName: string): ReadonlyMap<string, readonly string[]> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve(`${packageName}/package.json`));
  const files = readdirSync(folder).filter((file) => file.endsWith(".d.ts") && file !== "index.d.ts");
  return new Map(files.flatMap((file) => exportedBy(require, join(folder, file))));
}

function exportedBy(require: NodeJS.Require, path: string): [string, readonly string[]][] {
  const source = ts.createSourceFile(path, ts.sys.readFile(path) ?? "", ts.ScriptTarget.Latest);
  const interfaces = new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((declared) => [declared.name.text, declared]),
  );
  const classes = source.statements.filter(ts.isClassDeclaration).flatMap((declared) => declared.name?.text ?? []);
  return classes.flatMap((name): [string, readonly string[]][] => {
    const args = interfaces.get(`${name}Args`);
    const module = require(path.replace(/\.d\.ts$/, ".js")) as Record<string, { __pulumiType?: string }>;
    const token = module[name]?.__pulumiType;
    if (!args || token === undefined) return [];
    return [
      [token, args.members.flatMap((member) => (member.name && ts.isIdentifier(member.name) ? member.name.text : []))],
    ];
  });
}
