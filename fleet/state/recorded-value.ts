import { isMap } from "../diff/plain-value.ts";
import { SecretValue, secretSignature, signatureKey } from "../synth/secret-value.ts";

/**
 * Names the properties of an object that a bridged Terraform provider filled in itself, the program having given none
 * (`__defaults` in pulumi-terraform-bridge, `pkg/tfbridge/schema.go`).
 */
const defaultsKey = "__defaults";

/** Stands for a secret that the record holds encrypted: all that is known is that it is one. */
const unknownSecret = new SecretValue("unknown secret");

/** What came of reading recorded values beside declared ones. */
export interface SecretCount {
  /** Secrets that are on both sides and could not be compared, since the record holds them encrypted. */
  unknown: number;
}

/**
 * A recorded value in the form of a declared one. What the program's value cannot have is left out: what a provider
 * filled in by itself. An encrypted secret is taken for the declared one where that is a secret too, which is counted;
 * it is never shown.
 */
export function recordedValue(recorded: unknown, declared: unknown, count: SecretCount): unknown {
  if (Array.isArray(recorded)) {
    const beside: readonly unknown[] = Array.isArray(declared) ? declared : [];
    return recorded.map((item, index) => recordedValue(item, beside[index], count));
  }
  if (!isMap(recorded)) return recorded;
  if (recorded[signatureKey] === secretSignature) return recordedSecret(recorded, declared, count);
  const beside = isMap(declared) ? declared : {};
  const filledIn = filledInBy(recorded[defaultsKey]);
  return Object.fromEntries(
    Object.entries(recorded)
      .filter(([key]) => key !== defaultsKey && (key in beside || !filledIn.has(key)))
      .map(([key, field]) => [key, recordedValue(field, beside[key], count)]),
  );
}

function recordedSecret(
  recorded: Readonly<Record<string, unknown>>,
  declared: unknown,
  count: SecretCount,
): SecretValue {
  const plaintext = recorded["plaintext"];
  if (typeof plaintext === "string" && !isPlaceholder(declared)) {
    const beside = declared instanceof SecretValue ? declared.reveal() : undefined;
    return new SecretValue(recordedValue(JSON.parse(plaintext), beside, count));
  }
  if (!(declared instanceof SecretValue)) return unknownSecret;
  count.unknown += 1;
  return declared;
}

/** No state records what a function answered: a secret from one is a placeholder offline. */
const isPlaceholder = (declared: unknown): boolean =>
  declared instanceof SecretValue && /^predicted-/.test(String(declared.reveal()));

const filledInBy = (names: unknown): ReadonlySet<unknown> => new Set<unknown>(Array.isArray(names) ? names : []);
