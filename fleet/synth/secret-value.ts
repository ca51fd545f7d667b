import { inspect } from "node:util";

/** Pulumi's mark of a special value on the wire (`specialSigKey` in @pulumi/pulumi/runtime/rpc.js). */
const signatureKey = "4dabf18193072939515e22adb298388d";
/** `specialSecretSig` in @pulumi/pulumi/runtime/rpc.js. */
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

const shown = "[secret]";

/** A secret: shown as `[secret]` by JSON, templates and inspection alike, so that a report can't leak it. */
export class SecretValue {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** The value itself, for a comparison; never for output. */
  reveal(): unknown {
    return this.#value;
  }

  toJSON(): string {
    return shown;
  }

  toString(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}

/** Replaces the wire's wrappers of secrets, at any depth, by `SecretValue`s. */
export function readSecrets(value: unknown): unknown {
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(readSecrets);
  }
  const fields = value as Record<string, unknown>;
  if (fields[signatureKey] === secretSignature) {
    return new SecretValue(readSecrets(fields["value"]));
  }
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (typeof field === "object" && field !== null) {
      fields[key] = readSecrets(field);
    }
  }
  return fields;
}

/** The wire's form of a value in which secrets are `SecretValue`s; the reverse of `readSecrets`. */
export function writeSecrets(value: unknown): unknown {
  if (value instanceof SecretValue) {
    return { [signatureKey]: secretSignature, value: writeSecrets(value.reveal()) ?? null };
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(writeSecrets);
  }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, writeSecrets(field)]));
}
