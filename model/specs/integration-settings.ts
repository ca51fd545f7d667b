import { z } from "zod";
import { type Breach, holding, shaped } from "./rule.ts";

/** The name of a secret in the tenant's part of the secret store; the value never stands in a file. */
export const SecretReference = z
  .strictObject({
    secret: holding(
      z.string(),
      shaped(/^[a-z][a-z0-9/_.-]{1,126}[a-z0-9]$/, {
        code: "SECRET_NAME_FORM",
        message: "is not the name of a secret",
        found: "text that is not shown, since it may be the secret itself",
        allowed: "3 to 128 of a-z, 0-9 and / _ . -, e.g. okta-client-secret",
        suggestion: "store the secret, and write its name here",
      }),
    ).meta({ examples: ["okta-client-secret"], pattern: "^[a-z][a-z0-9/_.-]{1,126}[a-z0-9]$" }),
  })
  .meta({
    description: "Names a secret; the value never stands in a file.",
    examples: [{ secret: "okta-client-secret" }],
  });

const secretKey =
  /(^|_)(secret|password|passphrase|token|credential|credentials|api_key|private_key|access_key|signing_key)$/;
/** Beginnings by which well-known secrets can be told, whatever key they stand under. */
const secretValue =
  /^(xox[abprs]-|gh[pousr]_|github_pat_|glpat-|AKIA[0-9A-Z]{16}$|ASIA[0-9A-Z]{16}$|sk-|sk_live_|-----BEGIN |ya29\.|eyJ[A-Za-z0-9_-]+\.eyJ)/;

const secretBreach = (path: readonly (string | number)[], key: string, value: string | number): Breach => ({
  code: "SECRET_IN_FILE",
  message: "a file names a secret, it never holds one",
  found: `${String(value).length} characters, not shown`,
  allowed: `{ secret: <name> }`,
  suggestion: `store the value as a secret, write ${key}: { secret: <its name> }, and change the secret if this file was ever committed`,
  path,
});

/** The first secret that stands in the settings of a product. */
export function findSecretBreach(settings: Readonly<Record<string, unknown>>): Breach | undefined {
  const [first] = Object.entries(settings).flatMap(textsOf).filter(isSecret);
  return first && secretBreach(first.path, first.key, first.text);
}

interface SettingText {
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly text: unknown;
}

const textsOf = ([key, value]: [string, unknown]): readonly SettingText[] =>
  Array.isArray(value)
    ? value.map((text: unknown, index) => ({ path: [key, index], key, text }))
    : [{ path: [key], key, text: value }];

const isSecret = (setting: SettingText): setting is SettingText & { readonly text: string | number } =>
  (typeof setting.text === "string" || typeof setting.text === "number") &&
  (secretKey.test(setting.key) || secretValue.test(String(setting.text)));

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Settings of one product, e.g. Okta's issuer; secrets by their names. */
export const IntegrationSettings = holding(
  z.record(z.string(), z.union([scalar, z.array(scalar), SecretReference])),
  findSecretBreach,
).meta({ description: "Settings of the product; a secret by its name, as { secret: <name> }." });

const HttpsUrl = holding(z.string(), (text) => {
  const url = URL.parse(text);
  return url?.protocol === "https:" && url.username === "" && url.password === ""
    ? undefined
    : {
        code: "URL_FORM",
        message: "is not an address that can be called safely",
        allowed: "https:// without a user name or password",
      };
}).meta({ examples: ["https://crm.acme.example/hook"], pattern: "^https://" });

/** A webhook of the customer's own, signed as Standard Webhooks (https://www.standardwebhooks.com). */
export const CustomIntegration = z.strictObject({
  name: holding(
    z.string(),
    shaped(/^[a-z][a-z0-9_-]{0,62}$/, {
      code: "INTEGRATION_NAME_FORM",
      message: "has not the form of a name",
      allowed: "a-z, 0-9, - and _, beginning with a letter",
    }),
  ).meta({
    description: "Names the integration within the tenant.",
    examples: ["crm"],
    pattern: "^[a-z][a-z0-9_-]{0,62}$",
  }),
  url: HttpsUrl.describe("Where events are sent."),
  events: z
    .array(z.string().min(1))
    .min(1)
    .meta({ description: "Types of events to send.", examples: [["user.created"]] }),
  signing_secret: z
    .union([SecretReference, holding(z.string(), (text) => secretBreach([], "signing_secret", text))])
    .meta({ description: "Secret that signs each call, by its name." }),
});
