import { readFileSync } from "node:fs";

/** How one input of a resource, or one member of a nested type, is written in Terraform. */
export interface TerraformName {
  /** Absent: the input's name in snake_case. */
  readonly name?: string;
  /** Terraform has a list here, of one where the program has the thing itself. */
  readonly list?: true;
  /** Name of the nested type, the key of its own shape. */
  readonly of?: string;
}

/** Only the inputs whose name in snake_case does not say it all. */
export type TerraformShape = Readonly<Record<string, TerraformName>>;

/** A resource type of Terraform's AWS provider. */
export interface TerraformType {
  readonly type: string;
  readonly inputs: TerraformShape;
  /** Inputs that Terraform has no argument for. */
  readonly none?: readonly string[];
}

interface TerraformNames {
  readonly types: Readonly<Record<string, TerraformType>>;
  readonly shapes: Readonly<Record<string, TerraformShape>>;
}

let loaded: TerraformNames | undefined;

/** `data/terraform-names.json`, made by `scripts/derive-terraform-names.ts`. */
function names(): TerraformNames {
  loaded ??= JSON.parse(
    readFileSync(new URL("./data/terraform-names.json", import.meta.url), "utf8"),
  ) as TerraformNames;
  return loaded;
}

/** The Terraform type of a Pulumi token; none where Terraform's AWS provider has no equivalent that is known. */
export function terraformType(token: string): TerraformType | undefined {
  return names().types[token];
}

/** The shape of a nested type; without exceptions where none is known. */
export function nestedShape(name: string | undefined): TerraformShape {
  return (name === undefined ? undefined : names().shapes[name]) ?? {};
}

/** `kmsKeyId` → `kms_key_id`, the provider's way of writing names. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
