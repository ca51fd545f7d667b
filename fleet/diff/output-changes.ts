import { SecretValue } from "../synth/secret-value.ts";
import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import type { ChangedOutput } from "./drawn-outputs.ts";
import { isMap, opened, withTexts } from "./plain-value.ts";

type Properties = Readonly<Record<string, unknown>>;

/** Shorter texts stand for a whole value only: as a part of another text they might mean something else. */
const shortestPart = 7;

/** What of the cloud's answers is another than the head's synthesis says, collected operation by operation. */
export class OutputChanges {
  readonly #parts = new Map<string, string>();
  readonly #wholes: ChangedOutput[] = [];

  add(outputs: readonly ChangedOutput[]): void {
    for (const output of outputs) this.#learn(output, opened(output.placeholder), opened(output.value));
  }

  /** Of an output with parts, e.g. a list of addresses, each part by itself. */
  #learn(output: ChangedOutput, placeholder: unknown, value: unknown): void {
    if (isMap(placeholder) || Array.isArray(placeholder)) {
      const parts = isMap(value) || Array.isArray(value) ? Object.entries(value) : [];
      const byName = new Map<string, unknown>(parts);
      for (const [name, part] of Object.entries(placeholder)) {
        this.#learn(output, opened(part), opened(byName.get(name)));
      }
    } else if (value !== undefined && value !== placeholder) {
      this.#keep({ ...output, placeholder, value });
    }
  }

  #keep(output: ChangedOutput): void {
    const { placeholder, value } = output;
    if (typeof placeholder === "string" && placeholder.length >= shortestPart) {
      this.#parts.set(placeholder, String(value));
    } else this.#wholes.push(output);
  }

  /** The resource's inputs with each placeholder replaced that is another by now. */
  applyTo({ inputs, options }: SynthesisedResource): Properties {
    const { propertyDependencies } = options;
    if (propertyDependencies === undefined || this.#parts.size + this.#wholes.length === 0) return inputs;
    let changed: Record<string, unknown> | undefined;
    for (const [name, urns] of Object.entries(propertyDependencies)) {
      const value = this.#applied(inputs[name], urns);
      if (value === inputs[name]) continue;
      changed ??= { ...inputs };
      changed[name] = value;
    }
    return changed ?? inputs;
  }

  #applied(input: unknown, urns: readonly string[]): unknown {
    const replaced = this.#parts.size === 0 ? input : withTexts(input, (text) => this.#withParts(text));
    const wholes = this.#wholes.filter(({ urn }) => urns.includes(urn));
    return wholes.length === 0 ? replaced : withWholes(replaced, wholes);
  }

  #withParts(text: string): string {
    let changed = text;
    for (const [from, to] of this.#parts) {
      if (changed.includes(from)) changed = changed.replaceAll(from, () => to);
    }
    return changed;
  }
}

function withWholes(value: unknown, wholes: readonly ChangedOutput[]): unknown {
  if (value instanceof SecretValue) return new SecretValue(withWholes(value.reveal(), wholes));
  if (Array.isArray(value)) return value.map((item) => withWholes(item, wholes));
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withWholes(field, wholes)]));
  }
  const found = wholes.find(({ placeholder }) => String(placeholder) === String(value));
  if (found === undefined) return value;
  return typeof value === "string" ? String(found.value) : found.value;
}
