import { readFileSync } from "node:fs";
import { z } from "zod";

const limit = z.union([z.int().min(0), z.literal("unlimited")]);

/** What this application reads of the document that its tenant publishes; the rest is for others. */
const Configuration = z.object({
  schema_version: z.literal(1),
  tenant: z.object({ id: z.string(), name: z.string() }),
  isolation: z.enum(["shared", "schema", "database", "cluster"]),
  limits: z.object({
    max_users: limit,
    storage_gb: limit,
    ai_sessions_per_month: limit,
    api_requests_per_hour: limit,
    custom_integrations: limit.default("unlimited"),
    webhook_endpoints: limit.default("unlimited"),
  }),
  database: z.object({
    host: z.string(),
    port: z.int(),
    name: z.string(),
    schema: z.string(),
    role: z.string(),
    connections: z.int().min(1),
  }),
});
export type Configuration = Readonly<z.infer<typeof Configuration>>;

/** Reads the document from a file. @throws Error that says what is wrong with it */
export function readConfiguration(file: string): Configuration {
  const read = Configuration.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!read.success) {
    throw new Error(`${file} is not a configuration document of version 1:\n${z.prettifyError(read.error)}`);
  }
  return read.data;
}
