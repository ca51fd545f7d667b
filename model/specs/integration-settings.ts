import { z } from "zod";
import { holding, shaped } from "./rule.ts";

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

/** Types of events to send; without the key, reached limits alone. */
export const EventTypes = z
  .array(z.string().regex(/^[a-z][a-z0-9._-]{0,127}$/, "is not the type of an event: a-z, 0-9, . _ and -"))
  .min(1)
  .max(20)
  .optional()
  .meta({
    description: "Types of events to send; without it, reached limits alone.",
    examples: [["com.example.sample-app.document.created.v1"]],
  });

/** Text of a form: `what` says what it names, `allowed` how it looks. */
export const settingOf = (pattern: RegExp, what: string, allowed: string, example: string) =>
  holding(z.string(), shaped(pattern, { code: "INTEGRATION_SETTING_FORM", message: `is not ${what}`, allowed })).meta({
    description: `${what[0]?.toUpperCase() ?? ""}${what.slice(1)}.`,
    examples: [example],
    pattern: pattern.source,
  });

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Settings of one product, e.g. Okta's issuer; secrets by their names. */
export const IntegrationSettings = z
  .record(z.string(), z.union([scalar, z.array(scalar), SecretReference]))
  .meta({ description: "Settings of the product; a secret by its name, as { secret: <name> }." });

export const HttpsUrl = holding(z.string(), (text) => {
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
  signing_secret: SecretReference.meta({ description: "Secret that signs each call, by its name." }),
});
