import { ConfigurationError } from "../../automation/configuration/configuration-error.ts";
import type { CredentialSource } from "../../automation/configuration/credentials.ts";
import { type Sandbox, SandboxStoppedError } from "../../sandbox/index.ts";

/** Credentials of the embedded cloud. Its PostgreSQL servers listen on this machine alone, without TLS. */
export function sandboxCredentials(sandbox: Pick<Sandbox, "postgresToken" | "kubernetesToken">): CredentialSource {
  return {
    databaseTls: "none",
    databaseToken: ({ host, port }, user) => inWords(sandbox.postgresToken(host, port, user)),
    clusterToken: ({ name }) => inWords(sandbox.kubernetesToken(name)),
  };
}

async function inWords(token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch (error) {
    if (error instanceof SandboxStoppedError || !(error instanceof Error)) {
      throw error;
    }
    throw new ConfigurationError(
      "CONFIGURATION_CREDENTIALS_UNAVAILABLE",
      `the sandbox gave no token: ${error.message}`,
      { cause: error },
    );
  }
}
