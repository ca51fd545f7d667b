import type { ResourceTransformation } from "@pulumi/pulumi";

/**
 * In generated SDK code an output that is no input is set to `undefined` in the constructor
 * (`resourceInputs["arn"] = undefined /*out*\/;`): the only place at run time that tells outputs from inputs.
 */
const outputAssignment = /\["(\w+)"\] = (?:undefined|void 0)/g;

const cache = new WeakMap<object, readonly string[]>();

/** Names of the outputs, beside its inputs, of a resource's class; none for a class that is not generated. */
function outputNamesOf(resourceClass: object): readonly string[] {
  const cached = cache.get(resourceClass);
  if (cached !== undefined) return cached;
  const names = [...String(resourceClass).matchAll(outputAssignment)].map((match) => match[1] ?? "");
  const outputs = [...new Set(names)];
  cache.set(resourceClass, outputs);
  return outputs;
}

/** Output names by type token, collected while a program makes its resources. */
export class OutputNames {
  readonly #byType = new Map<string, readonly string[]>();

  /** Registered on the stack: sees every resource before it is registered and changes none. */
  readonly observe: ResourceTransformation = ({ type, resource }) => {
    if (!this.#byType.has(type)) this.#byType.set(type, outputNamesOf(resource.constructor));
    return undefined;
  };

  /** Empty for Kubernetes kinds too: their one output is `status`, which only a running cluster has. */
  of(type: string): readonly string[] {
    return type.startsWith("kubernetes:") ? [] : (this.#byType.get(type) ?? []);
  }
}
