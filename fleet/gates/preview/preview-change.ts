import { isDataBearing } from "../../diff/data-bearing.ts";
import { parsePath } from "../../diff/property-path.ts";
import type { Operation, OperationKind, PropertyChange } from "../../diff/stack-difference.ts";
import { SecretValue, signatureKey } from "../../synth/secret-value.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../synth/synthesised-stack.ts";
import { nameOfUrn } from "../../synth/urn.ts";
import type { PreviewState, PreviewStep } from "./preview-step.ts";

type Fields = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<string, OperationKind>> = {
  create: "create",
  import: "create",
  update: "update",
  replace: "replace",
  delete: "delete",
};

const isCloud = (type: string): boolean => !/^(pulumi|tenantry):/.test(type);

/** The operation of a step; none where it stays as it is, and for the parts of a replacement beside the step itself. */
export function operationOf(step: PreviewStep): Operation | undefined {
  const op = kinds[step.op];
  const state = step.newState ?? step.oldState;
  if (op === undefined || state === undefined || !isCloud(state.type)) return undefined;
  const isGone = op === "delete" || op === "replace";
  return {
    op,
    urn: step.urn,
    type: state.type,
    name: nameOfUrn(step.urn),
    properties: op === "update" || op === "replace" ? propertiesOf(step) : [],
    options: [],
    isDataBearing: isDataBearing(state.type),
    ...(isGone && step.oldState?.retainOnDelete === true ? { isRetained: true } : {}),
  };
}

function propertiesOf({
  detailedDiff,
  replaceReasons,
  diffReasons,
  oldState,
  newState,
}: PreviewStep): readonly PropertyChange[] {
  const forcing = new Set(replaceReasons ?? []);
  const paths = new Set([...Object.keys(detailedDiff ?? {}), ...(diffReasons ?? []), ...forcing]);
  return [...paths].map((path) => {
    const forces = detailedDiff?.[path]?.kind?.endsWith("replace") === true || forcing.has(path);
    const [before, after] = [oldState, newState].map((state) => at(valuesOf(state?.inputs), path));
    return {
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(forces ? { forcesReplace: "outside" as const } : {}),
    };
  });
}

const at = (value: unknown, path: string): unknown =>
  parsePath(path).reduce<unknown>((inner, part) => (inner as Fields | undefined)?.[String(part)], value);

/** The resources of one side: those that the steps have a state of. */
export function sideOf(steps: readonly PreviewStep[], side: "oldState" | "newState", stack: string): SynthesisedStack {
  const states = new Map(steps.flatMap((step) => (step[side] === undefined ? [] : [[step.urn, step[side]] as const])));
  return {
    stack,
    resources: [...states.values()].map(resourceOf),
    outputs: {},
    predicted: [...states.values()].flatMap(({ urn, outputs }) =>
      Object.entries(valuesOf(outputs)).map(([property, value]) => ({ urn, property, value })),
    ),
  };
}

const resourceOf = ({
  urn,
  type,
  parent,
  inputs,
  protect,
  retainOnDelete,
  aliases,
}: PreviewState): SynthesisedResource => ({
  urn,
  type,
  name: nameOfUrn(urn),
  ...(parent === undefined ? {} : { parent }),
  inputs: valuesOf(inputs),
  options: {
    ...(protect === true ? { protect } : {}),
    ...(retainOnDelete === true ? { retainOnDelete } : {}),
    ...(aliases === undefined ? {} : { aliases }),
  },
});

/** Values with secrets, which a preview writes encrypted or as `[secret]`, hidden. */
const valuesOf = (fields: Fields | undefined): Fields =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, hidden(value)]));

function hidden(value: unknown): unknown {
  if (value === "[secret]") return new SecretValue(value);
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== "object" || value === null) return value;
  return signatureKey in value ? new SecretValue(value) : valuesOf(value as Fields);
}
