import { parsePath } from "../../../fleet/diff/property-path.ts";
import type { Operation, StackDifference } from "../../../fleet/diff/stack-difference.ts";
import type { EngineStep } from "./engine-steps.ts";

/** The engine's steps that a difference foretells; options alone are recorded without a step. */
export const predictedSteps = ({ operations }: StackDifference): readonly EngineStep[] => operations.flatMap(stepsOf);

function stepsOf(operation: Operation): readonly EngineStep[] {
  const { op, urn, properties, replacedWith } = operation;
  const step = (name: string, replaceKeys: readonly string[] = []): EngineStep => ({
    operation: name,
    urn,
    replaceKeys,
    changedPaths: name === "update" ? properties.map(({ path }) => path).sort() : [],
  });
  if (op === "update") return properties.length === 0 ? [] : [step("update")];
  if (op !== "replace") return [step(op)];
  const forcing = properties.filter(({ forcesReplace }) => forcesReplace !== undefined);
  const keys = [...new Set(forcing.map(({ path }) => String(parsePath(path)[0])))].sort();
  // What goes with something else is replaced for its sake, whatever of it changes.
  const reasons = replacedWith === undefined ? keys : [];
  const made = [step("create-replacement"), step("replace", reasons)];
  return operation.deletesFirst === true ? [step("delete-replaced"), ...made] : [...made, step("delete-replaced")];
}

/** Steps as lines in one order, to compare what was foretold with what was done. */
export function asLines(steps: readonly EngineStep[]): readonly string[] {
  return steps
    .map(({ operation, urn, replaceKeys, changedPaths }) =>
      [operation, urn, ...replaceKeys.map((key) => `because of ${key}`), ...changedPaths].join(" "),
    )
    .sort();
}

/** Replacements whose old and new came in the other order than foretold. */
export function inWrongOrder({ operations }: StackDifference, steps: readonly EngineStep[]): readonly string[] {
  const position = (operation: string, urn: string) =>
    steps.findIndex((step) => step.operation === operation && step.urn === urn);
  return operations
    .filter(({ op }) => op === "replace")
    .filter(({ urn, deletesFirst = false }) => {
      const isFirst = position("delete-replaced", urn) < position("create-replacement", urn);
      return isFirst !== deletesFirst;
    })
    .map(({ urn }) => urn);
}
