import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";

/** One side of a stack, made for questions about its resources. */
export class StackResources {
  readonly all: readonly SynthesisedResource[];
  readonly #outputs = new Map<string, Map<string, unknown>>();
  readonly #byOutput = new Map<string, SynthesisedResource>();

  constructor({ resources, predicted }: Pick<SynthesisedStack, "resources" | "predicted">) {
    this.all = resources;
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const { urn, property, value } of predicted) {
      const outputs = this.#outputs.get(urn) ?? new Map<string, unknown>();
      this.#outputs.set(urn, outputs.set(property, value));
      const resource = byUrn.get(urn);
      if (resource !== undefined && typeof value === "string")
        this.#byOutput.set(`${resource.type} ${value}`, resource);
    }
  }

  ofType(type: string): readonly SynthesisedResource[] {
    return this.all.filter((resource) => resource.type === type);
  }

  /** An input, or where it has none of that name, what the cloud answers. */
  value({ urn, inputs }: SynthesisedResource, property: string): unknown {
    return inputs[property] ?? this.#outputs.get(urn)?.get(property);
  }

  /** The resource of a type that an output's value, such as an ARN, is of. */
  byOutput(type: string, value: string): SynthesisedResource | undefined {
    return this.#byOutput.get(`${type} ${value}`);
  }

  /** Whether some resource of these holds a text as an input or an output. */
  mentions(text: string, isMeant: (resource: SynthesisedResource) => boolean): boolean {
    return this.all.some(
      (resource) =>
        isMeant(resource) &&
        (Object.values(resource.inputs).includes(text) ||
          [...(this.#outputs.get(resource.urn)?.values() ?? [])].includes(text)),
    );
  }
}
