import type { DerivedTypes, TypeNames } from "./derive.ts";

/** How much of what the embedded account knows comes from data that is written elsewhere. */
export interface DataShare {
  readonly types: number;
  readonly typesWithFacts: number;
  readonly inputs: number;
  readonly inputsInCloudFormation: number;
  readonly inputsInServiceModels: number;
  readonly inputsWithFacts: number;
}

interface Input {
  readonly sources?: readonly string[];
}

/** Counts the inputs of all types, nested ones left out. */
export function dataShare(names: Readonly<Record<string, TypeNames>>, derived: DerivedTypes): DataShare {
  const resources = Object.values(derived.resources) as { readonly inputs: Readonly<Record<string, Input>> }[];
  const inputs = resources.flatMap((resource) => Object.values(resource.inputs));
  const from = (source: string) => inputs.filter(({ sources }) => sources?.includes(source)).length;
  return {
    types: resources.length,
    typesWithFacts: Object.values(names).filter(({ cloudFormation, botocore }) => cloudFormation ?? botocore).length,
    inputs: inputs.length,
    inputsInCloudFormation: from("cloudformation"),
    inputsInServiceModels: from("botocore"),
    inputsWithFacts: inputs.filter(({ sources }) => sources !== undefined).length,
  };
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;

/** The figures as `sandbox/aws/README.md` shows them. */
function shareList(share: DataShare): string {
  const line = (what: string, part: number, whole: number) =>
    `- ${percent(part, whole)} (${part} of ${whole}): ${what}`;
  const { inputs } = share;
  return [
    line("inputs whose name and type come from the npm package `@pulumi/aws`", inputs, inputs),
    line("types that the registry or a service's model knows", share.typesWithFacts, share.types),
    line("inputs that the CloudFormation registry knows", share.inputsInCloudFormation, inputs),
    line("inputs that the services' own models know", share.inputsInServiceModels, inputs),
    line("inputs that either knows", share.inputsWithFacts, inputs),
    line("inputs whose rules are sandbox-defined", inputs - share.inputsWithFacts, inputs),
  ].join("\n");
}

const between = /(<!-- share -->\n)[\s\S]*?(<!-- \/share -->)/;

/** The README with the figures of today. @throws where it has no place for them. */
export function withShare(readme: string, share: DataShare): string {
  if (!between.test(readme)) throw new Error("sandbox/aws/README.md has no <!-- share --> … <!-- /share -->.");
  return readme.replace(between, (_all, before: string, after: string) => `${before}\n${shareList(share)}\n\n${after}`);
}
