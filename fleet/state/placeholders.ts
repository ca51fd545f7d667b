import { isMap } from "../diff/plain-value.ts";
import { SecretValue } from "../synth/secret-value.ts";

/** A value that synth predicted beside what the cloud then made. */
interface Pair {
  readonly predicted: string | number;
  readonly made: string | number;
}

/** Replaces predicted values by the ones that the cloud made, at any depth and inside longer texts. */
export class Placeholders {
  readonly #texts = new Map<string, string>();
  /** A number is a placeholder only where the cloud's own number stands beside it: 5432 may be meant as it is. */
  readonly #numbers = new Set<string>();

  /** Learns from a predicted value and the made one, leaf by leaf; a leaf that is on one side alone teaches nothing. */
  learn(predicted: unknown, made: unknown): void {
    for (const pair of pairsOf(predicted, made)) {
      if (typeof pair.predicted === "string") this.#learnText(pair.predicted, String(pair.made));
      else this.#numbers.add(`${pair.predicted} ${pair.made}`);
    }
  }

  /** A program takes the id out of an ARN, where the service gives it nowhere else: RDS' proxies. */
  #learnText(predicted: string, made: string): void {
    this.#texts.set(predicted, made);
    const ids = [predicted, made].map((text) => /^arn:.*:(prx-[0-9a-f]{17})$/.exec(text)?.[1]);
    if (ids[0] !== undefined && ids[1] !== undefined) this.#texts.set(ids[0], ids[1]);
  }

  /** `declared` as it must stand in the engine's record, given what stands there. */
  resolve(declared: unknown, recorded: unknown): unknown {
    if (declared instanceof SecretValue) {
      const beside = recorded instanceof SecretValue ? recorded.reveal() : undefined;
      return new SecretValue(this.resolve(declared.reveal(), beside));
    }
    if (Array.isArray(declared)) {
      const beside = Array.isArray(recorded) ? recorded : [];
      return declared.map((item, index) => this.resolve(item, beside[index]));
    }
    if (isMap(declared)) {
      const beside = isMap(recorded) ? recorded : {};
      return Object.fromEntries(
        Object.entries(declared).map(([key, value]) => [key, this.resolve(value, beside[key])]),
      );
    }
    return this.#leaf(declared, recorded);
  }

  #leaf(declared: unknown, recorded: unknown): unknown {
    if (declared === recorded) return declared;
    // A provider's inputs are texts, numbers among them.
    if (this.#numbers.has(`${String(declared)} ${String(recorded)}`)) return recorded;
    if (typeof declared !== "string") return declared;
    const [one, other] = [documentIn(declared), documentIn(recorded)];
    return one !== undefined && other !== undefined ? JSON.stringify(this.resolve(one, other)) : this.#text(declared);
  }

  /** The longest placeholder first, since an ARN holds the id that is one itself. */
  #text(declared: string): string {
    const known = [...this.#texts.keys()].filter((text) => declared.includes(text)).sort((a, b) => b.length - a.length);
    return known.reduce(
      (text, placeholder) => text.replaceAll(placeholder, this.#texts.get(placeholder) ?? ""),
      declared,
    );
  }
}

/** The object in a JSON text; undefined where it holds none. */
function documentIn(text: unknown): object | undefined {
  if (typeof text !== "string" || !/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    // A text that only begins like JSON.
    return undefined;
  }
}

const isLeaf = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

function pairsOf(predicted: unknown, made: unknown): readonly Pair[] {
  if (predicted instanceof SecretValue && made instanceof SecretValue)
    return pairsOf(predicted.reveal(), made.reveal());
  if (isLeaf(predicted)) {
    return isLeaf(made) && made !== predicted && predicted !== "" ? [{ predicted, made }] : [];
  }
  const [one, other] = [childrenOf(predicted), childrenOf(made)];
  return Object.entries(one).flatMap(([key, value]) => pairsOf(value, other[key]));
}

/** Fields, or items by index; none of what has no parts. */
function childrenOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(value instanceof SecretValue) ? { ...value } : {};
}
