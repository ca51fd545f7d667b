import { inspect } from "node:util";

/** Pulumi's mark of a special value on the wire (`specialSigKey` in @pulumi/pulumi/runtime/rpc.js). */
export const signatureKey = "4dabf18193072939515e22adb298388d";
/** `specialSecretSig` in @pulumi/pulumi/runtime/rpc.js. */
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

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

/** Replaces the wire's wrappers of secrets, at any depth, by `SecretValue`s; what holds none is returned as it is. */
export function readSecrets(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const items = value.map(readSecrets);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  if (fields[signatureKey] === secretSignature) return new SecretValue(readSecrets(fields["value"]));
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(fields)) {
    const field = readSecrets(fields[key]);
    if (field === fields[key]) continue;
    copy ??= { ...fields };
    copy[key] = field;
  }
  return copy ?? value;
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
