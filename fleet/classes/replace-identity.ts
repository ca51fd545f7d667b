import { SecretValue } from "../synth/secret-value.ts";
import type { IdentityToken } from "./identity-tokens.ts";

/** Ids that a service makes and that no table of predictions of this stack has, such as those of a cell's resources. */
const generated =
  /(?<![A-Za-z0-9])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{16,})(?![A-Za-z0-9])/g;

/** Replaces what is a stack's alone in its texts, so that what two stacks have in common reads the same. */
export class IdentityReplacer {
  readonly #identity: RegExp | undefined;
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #predictions: readonly IdentityToken[];

  /**
   * @param identity replaced where they stand as words of their own.
   * @param predictions replaced first, wherever they stand; their tokens may hold identity themselves.
   */
  constructor(identity: readonly IdentityToken[], predictions: readonly IdentityToken[] = []) {
    const longestFirst = identity.toSorted(byLength);
    this.#identity =
      identity.length === 0
        ? undefined
        : new RegExp(
            `(?<![A-Za-z0-9])(?:${longestFirst.map(({ text }) => escaped(text)).join("|")})(?![A-Za-z0-9])`,
            "g",
          );
    this.#tokens = new Map(longestFirst.toReversed().map(({ text, token }) => [text, token]));
    this.#predictions = predictions.toSorted(byLength);
  }

  text(text: string): string {
    let replaced = text;
    for (const { text: value, token } of this.#predictions) {
      if (replaced.includes(value)) replaced = replaced.replaceAll(value, () => token);
    }
    const named =
      this.#identity === undefined
        ? replaced
        : replaced.replaceAll(this.#identity, (found) => this.#tokens.get(found) ?? found);
    return named.replaceAll(generated, "{generated}");
  }

  /** The same for every text inside a value, keys included; secrets stay what they are. */
  value(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (value === null || typeof value !== "object" || value instanceof SecretValue) return value;
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [this.text(key), this.value(inner)]));
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

const byLength = (one: IdentityToken, other: IdentityToken): number => other.text.length - one.text.length;
