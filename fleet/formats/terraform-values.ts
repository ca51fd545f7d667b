import { SecretValue } from "../synth/secret-value.ts";
import { nestedShape, snakeCase, type TerraformName, type TerraformShape } from "./terraform-names.ts";
import type { FindReferences } from "./terraform-references.ts";

/** One value in the three places in which a plan tells of it. */
export interface TerraformValue {
  /** Absent where it is not known yet. */
  readonly value?: unknown;
  /** `true`, or the same for each part; absent where all is known. */
  readonly unknown?: unknown;
  /** `constant_value`, `references`, or the nested blocks' own. */
  readonly expression: unknown;
  /** Whether it is a secret or holds one. */
  readonly sensitive?: true;
}

/** The arguments of a resource or a block. */
export interface TerraformArguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly unknown: Readonly<Record<string, unknown>>;
  readonly expressions: Readonly<Record<string, unknown>>;
  readonly sensitive: Readonly<Record<string, true>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Writes the fields of a resource or a nested type as Terraform arguments. `find` is asked once for each field. */
export function terraformArguments(
  fields: Fields,
  shape: TerraformShape,
  find: (field: string) => FindReferences,
): TerraformArguments {
  const written = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([field, value]) => {
      const how = shape[field] ?? {};
      return [how.name ?? snakeCase(field), terraformValue(value, how, find(field))] as const;
    });
  const keep = (part: keyof TerraformValue) =>
    Object.fromEntries(written.filter(([, one]) => one[part] !== undefined).map(([name, one]) => [name, one[part]]));
  return {
    values: keep("value"),
    unknown: keep("unknown"),
    expressions: keep("expression"),
    sensitive: keep("sensitive") as Readonly<Record<string, true>>,
  };
}

function terraformValue(value: unknown, how: TerraformName, find: FindReferences): TerraformValue {
  // Its value is left out: a plan is a file that is handed around.
  if (value instanceof SecretValue) return { unknown: true, expression: {}, sensitive: true };
  const listed = how.list === true && !Array.isArray(value) ? [value] : value;
  if (Array.isArray(listed)) {
    return listed.some(isFields) ? blocks(listed, how, find) : plain(listed, find);
  }
  if (how.of !== undefined && isFields(listed)) return block(listed, how, find);
  return plain(listed, find);
}

/** A list of blocks: what is not known is so inside each. */
function blocks(list: readonly unknown[], how: TerraformName, find: FindReferences): TerraformValue {
  const written = list.map((one) => block(isFields(one) ? one : {}, how, find));
  const hasUnknown = written.some(({ unknown }) => unknown !== undefined);
  return {
    value: written.map(({ value }) => value),
    expression: written.map(({ expression }) => expression),
    ...(hasUnknown ? { unknown: written.map(({ unknown }) => unknown ?? {}) } : {}),
    ...(written.some(({ sensitive }) => sensitive) ? { sensitive: true as const } : {}),
  };
}

function block(fields: Fields, how: TerraformName, find: FindReferences): TerraformValue {
  const { values, unknown, expressions, sensitive } = terraformArguments(fields, nestedShape(how.of), () => find);
  return {
    value: values,
    expression: expressions,
    ...(Object.keys(unknown).length > 0 ? { unknown } : {}),
    ...(Object.keys(sensitive).length > 0 ? { sensitive: true as const } : {}),
  };
}

/** Text, a number, a list or a map of them: not known as a whole where one part is not. */
function plain(value: unknown, find: FindReferences): TerraformValue {
  const references = [...new Set(texts(value).flatMap((text) => find(text) ?? []))];
  if (references.length > 0) return { unknown: true, expression: { references } };
  if (holdsSecret(value)) return { unknown: true, expression: {}, sensitive: true };
  return { value, expression: { constant_value: value } };
}

function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return parts(value).flatMap(texts);
}

function holdsSecret(value: unknown): boolean {
  return value instanceof SecretValue || parts(value).some(holdsSecret);
}

function parts(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isFields(value) ? Object.values(value) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof SecretValue);
}
