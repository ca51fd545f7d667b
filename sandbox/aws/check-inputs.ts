import type { CheckResult, PropertyMap, ResourceContext } from "../provider/provider.ts";
import { holdsUnknown } from "../provider/unknown.ts";
import { type Account, inRegion } from "./account.ts";
import { checkProperties } from "./check-properties.ts";
import type { TypeDefinition } from "./define-type.ts";
import { derivedResource } from "./derived-types.ts";
import { hex } from "./identifiers.ts";
import { checkTags, withDefaultTags } from "./tags.ts";
import { text } from "./values.ts";

/** Completes inputs (name, default tags, policies as text) and checks them: derived data first, then the type's rules. */
export function checkInputs(
  definition: TypeDefinition,
  news: PropertyMap,
  olds: PropertyMap | undefined,
  context: ResourceContext,
  account: Account,
): CheckResult {
  const { inputs: properties } = derivedResource(definition.token);
  const tagged = Object.hasOwn(properties, "tags") ? withDefaultTags(account.defaultTags, news) : news;
  const inputs = withDocuments(named(definition, tagged, olds, context.name), definition.token);
  const common = [...checkProperties(properties, inputs), ...checkTags(inputs["tags"])];
  const failures = common.length > 0 ? common : (definition.check?.(inputs, inRegion(account, inputs)) ?? []);
  return { inputs, failures };
}

function named(
  definition: TypeDefinition,
  news: PropertyMap,
  olds: PropertyMap | undefined,
  logicalName: string,
): PropertyMap {
  const { naming } = definition;
  if (!naming || isSet(news[naming.input]) || isSet(news[`${naming.input}Prefix`])) return news;
  const kept = olds && text(olds, naming.input);
  const fresh = `${naming.before ?? ""}${logicalName.slice(0, naming.maximumLength - 8)}-${hex(7)}`;
  return { ...news, [naming.input]: kept ?? fresh };
}

const isSet = (value: unknown) => value !== undefined && value !== null;

/** Policies given as objects become text, as the provider sends them. */
function withDocuments(inputs: PropertyMap, token: string): PropertyMap {
  const { inputs: properties } = derivedResource(token);
  const entries = Object.entries(inputs).map(([name, value]) => {
    const isDocument = properties[name]?.type === "json" && value !== null && typeof value === "object";
    return [name, isDocument && !holdsUnknown(value) ? JSON.stringify(value) : value];
  });
  return Object.fromEntries(entries) as PropertyMap;
}
