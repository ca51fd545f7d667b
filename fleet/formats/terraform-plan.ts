import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type TerraformAddress, terraformAddresses } from "./terraform-addresses.ts";
import { snakeCase, terraformType } from "./terraform-names.ts";
import { type ReferencesOf, referencesOf } from "./terraform-references.ts";
import { terraformArguments } from "./terraform-values.ts";
import { isGrouping, type WrittenStack } from "./written-stack.ts";

/** Version of the plan's JSON form, as Terraform 1.x writes it. */
const formatVersion = "1.2";
/** Without a version of Terraform some scanners read nothing; the oldest that writes this form. */
const terraformVersion = "1.5.0";
/** The source address of Terraform's AWS provider. */
const providerName = "registry.terraform.io/hashicorp/aws";

/** A resource in the three sections of a plan. */
interface PlannedResource {
  readonly planned: Readonly<Record<string, unknown>>;
  readonly change: Readonly<Record<string, unknown>>;
  readonly configured: Readonly<Record<string, unknown>>;
}

/**
 * Writes the AWS resources of a stack as Terraform writes a plan (`terraform show -json`), so that scanners of plans
 * read what is declared. What another resource makes is not known, and is a reference; secrets are left out.
 */
export function terraformPlan(stack: SynthesisedStack): WrittenStack {
  const addresses = terraformAddresses(stack.resources);
  const references = referencesOf(stack, addresses);
  const outputs = Map.groupBy(stack.predicted, ({ urn }) => urn);
  const written = stack.resources.flatMap((resource) => {
    const address = addresses.get(resource.urn);
    if (address === undefined) return [];
    const computed = (outputs.get(resource.urn) ?? []).map(({ property }) => property);
    return [plannedResource(resource, address, { addresses, references, computed })];
  });
  return {
    text: `${JSON.stringify(planDocument(written, providers(stack)), null, 2)}\n`,
    writtenCount: written.length,
    withoutEquivalent: stack.resources.filter((resource) => !isGrouping(resource) && !addresses.has(resource.urn)),
  };
}

function planDocument(written: readonly PlannedResource[], providerConfig: Readonly<Record<string, unknown>>): unknown {
  return {
    format_version: formatVersion,
    terraform_version: terraformVersion,
    planned_values: { root_module: { resources: written.map(({ planned }) => planned) } },
    resource_changes: written.map(({ change }) => change),
    configuration: {
      provider_config: providerConfig,
      root_module: { resources: written.map(({ configured }) => configured) },
    },
    applyable: true,
    complete: true,
    errored: false,
  };
}

function plannedResource(
  resource: SynthesisedResource,
  { address, type, name }: TerraformAddress,
  {
    addresses,
    references,
    computed,
  }: {
    readonly addresses: ReadonlyMap<string, TerraformAddress>;
    readonly references: ReferencesOf;
    readonly computed: readonly string[];
  },
): PlannedResource {
  const { inputs: shape = {}, none = [] } = terraformType(resource.type) ?? {};
  const inputs = Object.fromEntries(Object.entries(resource.inputs).filter(([input]) => !none.includes(input)));
  const { values, unknown, expressions, sensitive } = terraformArguments(inputs, shape, (input) =>
    references(resource, input),
  );
  const made = computed
    .map((property) => shape[property]?.name ?? snakeCase(property))
    .filter((property) => !(property in values));
  const own = { address, mode: "managed", type, name };
  const dependsOn = (resource.options.dependencies ?? []).flatMap((urn) => addresses.get(urn)?.address ?? []);
  return {
    planned: { ...own, provider_name: providerName, schema_version: 0, values, sensitive_values: sensitive },
    change: {
      ...own,
      provider_name: providerName,
      change: {
        actions: ["create"],
        before: null,
        after: values,
        after_unknown: { ...Object.fromEntries(made.map((property) => [property, true])), ...unknown },
        before_sensitive: false,
        after_sensitive: sensitive,
      },
    },
    configured: {
      ...own,
      provider_config_key: providerKey(resource.options.provider),
      expressions,
      schema_version: 0,
      ...(dependsOn.length === 0 ? {} : { depends_on: dependsOn }),
    },
  };
}

/** The configurations of the AWS provider: account and Region of what is declared with each. */
function providers({ resources }: SynthesisedStack): Readonly<Record<string, unknown>> {
  const ofAws = resources.filter(({ type }) => type === "pulumi:providers:aws");
  return Object.fromEntries(
    ofAws.map(({ urn, inputs }) => [
      providerKey(urn),
      { name: "aws", full_name: providerName, expressions: { region: { constant_value: inputs["region"] } } },
    ]),
  );
}

/** `aws` for the provider of that name, `aws.<name>` for another. */
function providerKey(urn: string | undefined): string {
  const name = urn?.split("::").at(-1) ?? "aws";
  return name === "aws" ? name : `aws.${name}`;
}
