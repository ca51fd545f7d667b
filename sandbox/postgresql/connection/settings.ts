import { checkInputs, type InputSchema } from "../../provider/input-schema.ts";
import type { CheckFailure, PropertyMap } from "../../provider/provider.ts";

/** Where and as whom the provider connects. */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** Ignored with `iamAuthentication`. */
  readonly password?: string;
  /** Database for what belongs to the whole server, e.g. roles. */
  readonly database: string;
  /** A token by RDS IAM authentication instead of a password. */
  readonly iamAuthentication: boolean;
  readonly sslMode: string;
  readonly connectTimeoutSeconds: number;
  /** Most connections open at once. */
  readonly maxConnections: number;
}

/** Configuration of the npm package's `Provider`. */
export const configurationSchema: InputSchema = {
  awsRdsIamAuth: { type: "boolean" },
  awsRdsIamProfile: { type: "text" },
  awsRdsIamProviderRoleArn: { type: "text" },
  awsRdsIamRegion: { type: "text" },
  azureIdentityAuth: { type: "boolean" },
  azureTenantId: { type: "text" },
  clientcert: { type: "map" },
  connectTimeout: { type: "number" },
  database: { type: "text" },
  databaseUsername: { type: "text" },
  expectedVersion: { type: "text" },
  gcpIamImpersonateServiceAccount: { type: "text" },
  host: { type: "text" },
  maxConnections: { type: "number" },
  password: { type: "text" },
  port: { type: "number" },
  scheme: { type: "text" },
  sslMode: { type: "text" },
  sslmode: { type: "text" },
  sslrootcert: { type: "text" },
  superuser: { type: "boolean" },
  username: { type: "text" },
};

/** Configuration that is text, whatever it looks like. */
export const textConfiguration: readonly string[] = Object.entries(configurationSchema).flatMap(([name, { type }]) =>
  type === "text" ? [name] : [],
);

// Other clouds' ways to authenticate stand for servers that no sandbox has.
const unsupported = ["azureIdentityAuth", "gcpIamImpersonateServiceAccount", "clientcert"];

// The engine and the SDK add these to every provider.
const engineNames = new Set(["version", "pluginDownloadURL"]);

/** Refuses unknown and mistyped configuration, and ways to authenticate that the sandbox has no servers for. */
export function checkConfiguration(config: PropertyMap): readonly CheckFailure[] {
  const own = Object.fromEntries(Object.entries(config).filter(([name]) => !engineNames.has(name)));
  const refused = unsupported
    .filter((name) => own[name] !== undefined && own[name] !== false)
    .map((name) => ({
      property: name,
      reason: `${name} is not available in the sandbox; use password or awsRdsIamAuth.`,
    }));
  return [...checkInputs(configurationSchema, own), ...refused];
}

/** Reads a checked configuration; the defaults are those of the Terraform provider cyrilgdn/postgresql. */
export function connectionSettings(config: PropertyMap): ConnectionSettings {
  const password = config["password"];
  return {
    host: textOr(config["host"], "localhost"),
    port: Number(config["port"] ?? 5432),
    username: textOr(config["username"], "postgres"),
    ...(typeof password === "string" ? { password } : {}),
    database: textOr(config["database"], "postgres"),
    iamAuthentication: config["awsRdsIamAuth"] === true,
    sslMode: textOr(config["sslmode"] ?? config["sslMode"], "require"),
    connectTimeoutSeconds: Number(config["connectTimeout"] ?? 180),
    maxConnections: Number(config["maxConnections"] ?? 20),
  };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}
