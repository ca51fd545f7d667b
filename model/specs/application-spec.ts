import { z } from "zod";
import { isolations } from "../isolation.ts";
import { holding, shaped } from "./rule.ts";
import { schemaVersion } from "./scalars.ts";

const form = (pattern: RegExp, code: string, message: string, allowed: string) =>
  holding(z.string(), shaped(pattern, { code, message, allowed }));

const cpu = form(
  /^(\d+(\.\d+)?|\d+m)$/,
  "CPU_FORM",
  "is not a Kubernetes amount of CPU",
  '500m, or "2" in quotes',
).meta({ examples: ["500m"] });
const memory = form(/^\d+(Ki|Mi|Gi|Ti)$/, "MEMORY_FORM", "is not a Kubernetes amount of memory", "e.g. 256Mi").meta({
  examples: ["256Mi"],
});
const amounts = z.strictObject({ cpu, memory });
const urlPath = form(/^\/[\w/.-]*$/, "URL_PATH_FORM", "is not a path", "a path that begins with /").meta({
  examples: ["/readyz"],
});
const folder = form(
  /^(?!.*\.\.)\w[\w/-]*$/,
  "FOLDER_FORM",
  "is not a folder inside application/",
  "e.g. migrations/shared",
);
const variable = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]*$/, "is not the name of an environment variable: use A-Z, 0-9 and _");

const workload = z
  .strictObject({
    image: z
      .string()
      .min(1)
      .meta({ description: "Container image.", examples: ["registry.example/sample-app:1.0.0"] }),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .meta({ description: "Port that the container listens on.", examples: [8080] }),
    probes: z.strictObject({ liveness: urlPath, readiness: urlPath }),
    configuration_agent: z
      .strictObject({
        image: z
          .string()
          .min(1)
          .meta({ description: "Image of the AWS AppConfig agent, in a registry that the cell reaches." }),
        requests: amounts,
        limits: amounts,
      })
      .meta({ description: "Container beside the application that hands it its tenant's published configuration." }),
    environment: z
      .record(variable, z.string())
      .meta({ description: "Plain settings, never a secret.", examples: [{ NODE_ENV: "production" }] }),
    per_isolation: z
      .record(z.enum(isolations), z.strictObject({ requests: amounts, limits: amounts }))
      .meta({ description: "What one container asks for and may use, at each level of isolation." }),
  })
  .meta({ description: "What runs in every tenant's namespace." });

const metric = z.strictObject({
  unit: z.string().min(1),
  dimensions: z.array(z.string()),
  isolation: z
    .array(z.enum(isolations))
    .min(1)
    .optional()
    .meta({ description: "Levels at which it is emitted; absent: at all of them." }),
  emitter: z
    .string()
    .min(1)
    .meta({
      description: "Who emits it; an alarm on a metric that nobody emits is reported.",
      examples: ["application"],
    }),
  missing_data: z
    .enum(["breaching", "not_breaching", "ignore", "missing"])
    .meta({ description: "What an alarm takes silence for." }),
  description: z.string(),
});

const jsonSchema = z.record(z.string(), z.unknown());

/** What the product needs of every tenant, and the contract between it and the platform. */
export const ApplicationSpec = z
  .strictObject({
    schema_version: schemaVersion(1),
    name: form(
      /^[a-z][a-z0-9-]{0,50}$/,
      "APPLICATION_NAME_FORM",
      "is not a name that Kubernetes accepts",
      "a-z, 0-9 and -",
    ).meta({ examples: ["sample-app"] }),
    hostname: holding(z.string(), (text) =>
      text.includes("{tenant}") && text.includes("{domain}")
        ? undefined
        : {
            code: "HOSTNAME_FORM",
            message: "must hold {tenant} and {domain}, or two tenants would share a host name",
            allowed: "e.g. {tenant}.{domain}",
          },
    ).meta({ description: "Host name of a tenant.", examples: ["{tenant}.{domain}"] }),
    workload,
    migrations: z
      .strictObject({ shared: folder, tenant: folder })
      .meta({ description: "Folders of NNN-name.sql, applied in order, each once." }),
    metrics: z.record(z.string(), metric).meta({ description: "What the application measures." }),
    configuration: jsonSchema.meta({ description: "JSON Schema of the document that each tenant publishes." }),
    events: z
      .record(z.string(), z.strictObject({ description: z.string(), schema: jsonSchema }))
      .meta({ description: "CloudEvents types with the schema of their data." }),
  })
  .meta({ title: "Application", description: "The application: workload, migrations and contract." });
export type ApplicationSpec = Readonly<z.infer<typeof ApplicationSpec>>;
