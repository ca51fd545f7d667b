import type { PropertyMap } from "../provider/provider.ts";
import type { Account } from "./account.ts";
import type { TypeDefinition } from "./define-type.ts";
import { derivedResource } from "./derived-types.ts";
import type { Row } from "./rows.ts";

/** The outputs of a row: settings, defaults for those not given, and what the service made. */
export function rowOutputs(
  definition: TypeDefinition,
  row: Row,
  account: Account,
  recorded: PropertyMap = {},
): PropertyMap {
  const { outputs } = derivedResource(definition.token);
  const common: Record<string, unknown> = { region: account.region, arn: row.arn, tagsAll: row.tags };
  const declared = Object.entries(common).filter(([name, value]) => outputs.includes(name) && value !== "");
  const hidden = (definition.writeOnly ?? []).filter((name) => Object.hasOwn(recorded, name));
  return {
    ...definition.defaults,
    ...row.inputs,
    ...Object.fromEntries(hidden.map((name) => [name, recorded[name]])),
    ...Object.fromEntries(declared),
    ...row.computed,
    ...definition.live?.(row, account),
  };
}
