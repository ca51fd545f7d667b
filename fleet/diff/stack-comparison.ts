import type { Prediction, SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { isDataBearing } from "./data-bearing.ts";
import { dependentReplacements } from "./dependent-replacements.ts";
import { type ChangedOutput, outputsDrawnAnew, outputsUpdated } from "./drawn-outputs.ts";
import { type MatchedResources, matchResources } from "./match-resources.ts";
import { optionChanges } from "./option-changes.ts";
import { OutputChanges } from "./output-changes.ts";
import { isSame } from "./plain-value.ts";
import { propertyChanges } from "./property-changes.ts";
import { replacementRules } from "./replacement-rules.ts";
import { isCustom } from "./resource-kinds.ts";
import type { Operation, PropertyChange } from "./stack-difference.ts";

type Properties = Readonly<Record<string, unknown>>;

/** One comparison of two stacks: the head's resources in their order, each with what became of those before it. */
export class StackComparison {
  readonly #base: SynthesisedStack;
  readonly #head: SynthesisedStack;
  readonly #matched: MatchedResources;
  readonly #outputs = new OutputChanges();
  /** URN in the base → URN of what it goes with, of those that are deleted before something else is replaced. */
  readonly #condemned = new Map<string, string>();
  readonly #settled = new Set<string>();
  readonly #providers = new Map<string, Properties>();
  #predictions: ReadonlyMap<string, readonly Prediction[]> | undefined;
  #basePredictions: ReadonlyMap<string, readonly Prediction[]> | undefined;

  constructor(base: SynthesisedStack, head: SynthesisedStack) {
    this.#base = base;
    this.#head = head;
    this.#matched = matchResources(base.resources, head.resources);
    for (const { urn, type, inputs } of [...base.resources, ...head.resources]) {
      if (type.startsWith("pulumi:providers:")) this.#providers.set(urn, inputs);
    }
  }

  /** Operations on what the head declares, in its order. */
  operationsOfHead(): readonly Operation[] {
    const operations: Operation[] = [];
    for (const resource of this.#head.resources) {
      const operation = isCustom(resource) ? this.#operationOn(resource) : undefined;
      if (operation !== undefined) operations.push(operation);
    }
    return operations;
  }

  /** Whether a resource of the base is one of the head's. */
  isKept(resource: SynthesisedResource): boolean {
    return this.#matched.before.get(resource.urn) === resource || this.#matched.renamed.has(resource.urn);
  }

  #operationOn(resource: SynthesisedResource): Operation | undefined {
    const before = this.#matched.before.get(resource.urn);
    if (before === undefined) return operation("create", resource);
    const inputs = this.#outputs.applyTo(resource);
    this.#settled.add(before.urn);
    const condemnedWith = this.#condemned.get(before.urn);
    const isUnchanged = condemnedWith === undefined && isSame(before.inputs, inputs);
    const properties = isUnchanged
      ? []
      : propertyChanges({ before, resource, inputs, provider: this.#provider(resource) });
    const options = optionChanges(before.options, resource.options, this.#matched.renamed);
    if (condemnedWith !== undefined || properties.some(({ forcesReplace }) => forcesReplace !== undefined)) {
      return this.#replace({ before, resource, inputs, properties, options, condemnedWith });
    }
    this.#outputs.add(this.#keptOutputs(before, resource, properties));
    if (properties.length + options.length === 0) return undefined;
    return { ...operation("update", resource), properties, options };
  }

  #replace(change: Replacement): Operation {
    const { before, resource, inputs, properties, options, condemnedWith } = change;
    const provider = this.#provider(resource);
    this.#outputs.add(outputsDrawnAnew({ ...resource, inputs }, this.#predicted(resource.urn), provider));
    const { cannotCoexist } = replacementRules(resource.type, provider);
    const deletesFirst =
      condemnedWith !== undefined || (resource.options.deleteBeforeReplace ?? cannotCoexist(before.inputs, inputs));
    if (deletesFirst && condemnedWith === undefined) this.#condemnDependents(before, resource.urn);
    const isProtected = before.options.protect === true;
    return {
      ...operation("replace", resource),
      properties,
      options,
      ...(deletesFirst ? { deletesFirst } : {}),
      ...(before.options.retainOnDelete === true ? { isRetained: true } : {}),
      ...(condemnedWith === undefined ? {} : { replacedWith: condemnedWith }),
      ...(isProtected && (condemnedWith !== undefined || resource.options.protect === true) ? { isRefused: true } : {}),
    };
  }

  #condemnDependents(root: SynthesisedResource, urn: string): void {
    const dependents = dependentReplacements({
      root,
      base: this.#base.resources,
      settled: this.#settled,
      providerInputs: (resource) => this.#provider(resource),
    });
    for (const dependent of dependents) {
      if (!this.#condemned.has(dependent.urn)) this.#condemned.set(dependent.urn, urn);
    }
  }

  /** Outputs of what stays: the id and, of something renamed, all that the service drew are still the base's. */
  #keptOutputs(
    before: SynthesisedResource,
    resource: SynthesisedResource,
    properties: readonly PropertyChange[],
  ): readonly ChangedOutput[] {
    const isRenamed = before.urn !== resource.urn;
    if (!isRenamed && properties.length === 0) return [];
    const predicted = this.#predicted(resource.urn);
    const recorded = this.#recorded(before.urn);
    const kept = predicted.flatMap(({ urn, property, value }) => {
      const old = recorded.find((each) => each.property === property);
      const stays = old !== undefined && (isRenamed || property === "id") && !isSame(old.value, value);
      return stays ? [{ urn, property, placeholder: value, value: old.value }] : [];
    });
    const { updatedOutputs } = replacementRules(resource.type, undefined);
    return properties.length === 0 ? kept : [...kept, ...outputsUpdated(resource.urn, predicted, updatedOutputs)];
  }

  #provider({ options }: SynthesisedResource): Properties | undefined {
    return options.provider === undefined ? undefined : this.#providers.get(options.provider);
  }

  #predicted(urn: string): readonly Prediction[] {
    this.#predictions ??= Map.groupBy(this.#head.predicted, (prediction) => prediction.urn);
    return this.#predictions.get(urn) ?? [];
  }

  #recorded(urn: string): readonly Prediction[] {
    this.#basePredictions ??= Map.groupBy(this.#base.predicted, (prediction) => prediction.urn);
    return this.#basePredictions.get(urn) ?? [];
  }
}

interface Replacement {
  readonly before: SynthesisedResource;
  readonly resource: SynthesisedResource;
  readonly inputs: Properties;
  readonly properties: readonly PropertyChange[];
  readonly options: Operation["options"];
  readonly condemnedWith: string | undefined;
}

function operation(op: Operation["op"], { urn, type, name }: SynthesisedResource): Operation {
  return { op, urn, type, name, properties: [], options: [], isDataBearing: isDataBearing(type) };
}
