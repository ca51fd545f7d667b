import { readFileSync } from "node:fs";
import ts from "typescript";

/** One input as the npm package declares it. */
interface DeclaredInput {
  /** `text`, `number`, `boolean`, `json` (text or object), `any`, `@nested.Type`, with `[]` for a list and `{}` for a map. */
  readonly type: string;
  readonly required: boolean;
}

export type DeclaredInputs = Readonly<Record<string, DeclaredInput>>;

/** A resource class as its declaration file has it. */
export interface DeclaredResource {
  readonly inputs: DeclaredInputs;
  readonly outputs: readonly string[];
  readonly secretOutputs: readonly string[];
}

const root = "node_modules/@pulumi/aws";
const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

/** The module of a token: `aws:kms/key:Key` is declared in `kms/key`. */
function modulePath(token: string): string {
  return (token.split(":")[1] ?? "").replace(/^index\//, "");
}

/** Reads what a resource class accepts and gives. @throws where the package has no such class. */
export function readResource(token: string): DeclaredResource {
  const source = parse(`${root}/${modulePath(token)}.d.ts`);
  const className = token.split(":")[2] ?? "";
  const args = source.statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === `${className}Args`,
  );
  const declared = source.statements.find(
    (node): node is ts.ClassDeclaration => ts.isClassDeclaration(node) && node.name?.text === className,
  );
  if (!args || !declared)
    throw new Error(`@pulumi/aws declares no ${className} with arguments in ${modulePath(token)}.`);
  const outputs = declared.members
    .filter(ts.isPropertyDeclaration)
    .filter((member) => !member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword))
    .map((member) => member.name.getText());
  return { inputs: inputsOf(args), outputs: outputs.sort(), secretOutputs: secretOutputs(token) };
}

function secretOutputs(token: string): string[] {
  const code = readFileSync(`${root}/${modulePath(token)}.js`, "utf8");
  const list = /additionalSecretOutputs: \[([^\]]*)\]/.exec(code)?.[1] ?? "";
  return [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "").sort();
}

function inputsOf(declaration: ts.InterfaceDeclaration): DeclaredInputs {
  const members = declaration.members.filter(ts.isPropertySignature).map((member) => {
    const type = member.type ? typeName(member.type) : "any";
    return [member.name.getText(), { type, required: member.questionToken === undefined }] as const;
  });
  return Object.fromEntries(members.sort(([one], [other]) => one.localeCompare(other)));
}

let nestedTypes: Map<string, ts.InterfaceDeclaration> | undefined;

/** The members of a nested type such as `s3.BucketLoggingTargetGrant`. @throws where there is none. */
export function readNested(name: string): DeclaredInputs {
  nestedTypes ??= collectNested(parse(`${root}/types/input.d.ts`));
  const found = nestedTypes.get(name);
  if (!found) throw new Error(`@pulumi/aws declares no nested type ${name}.`);
  return inputsOf(found);
}

function collectNested(source: ts.SourceFile): Map<string, ts.InterfaceDeclaration> {
  const found = new Map<string, ts.InterfaceDeclaration>();
  const visit = (node: ts.Node, path: string) => {
    if (ts.isInterfaceDeclaration(node)) found.set(`${path}${node.name.text}`, node);
    const inside = ts.isModuleDeclaration(node) ? `${path}${node.name.getText()}.` : path;
    ts.forEachChild(node, (child) => (isContainer(child) ? visit(child, inside) : undefined));
  };
  visit(source, "");
  return found;
}

const isContainer = (node: ts.Node) =>
  ts.isModuleDeclaration(node) || ts.isModuleBlock(node) || ts.isInterfaceDeclaration(node);

function typeName(node: ts.TypeNode): string {
  if (ts.isArrayTypeNode(node)) return `${typeName(node.elementType)}[]`;
  if (ts.isParenthesizedTypeNode(node)) return typeName(node.type);
  if (ts.isTypeLiteralNode(node)) return mapName(node);
  if (ts.isUnionTypeNode(node)) return unionName(node.types.map(typeName));
  if (ts.isTypeReferenceNode(node)) return referenceName(node);
  const keywords: Readonly<Record<string, string>> = {
    string: "text",
    number: "number",
    boolean: "boolean",
    undefined: "",
  };
  return keywords[node.getText()] ?? "any";
}

function mapName(node: ts.TypeLiteralNode): string {
  const index = node.members.find(ts.isIndexSignatureDeclaration);
  return index ? `${typeName(index.type)}{}` : "any";
}

function unionName(names: readonly string[]): string {
  const known = [...new Set(names.filter((name) => name !== ""))];
  if (known.length === 1) return known[0] ?? "any";
  return known.includes("json") ? "json" : known.includes("text") ? "text" : "any";
}

function referenceName(node: ts.TypeReferenceNode): string {
  const name = node.typeName.getText();
  const inner = node.typeArguments?.[0];
  if (name === "pulumi.Input" && inner) return typeName(inner);
  if (/PolicyDocument$/.test(name)) return "json";
  if (name.startsWith("inputs.")) return `@${name.slice("inputs.".length)}`;
  return "text";
}
