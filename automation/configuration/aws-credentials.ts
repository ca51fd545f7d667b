import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { ConfigurationError } from "./configuration-error.ts";
import type { CredentialSource } from "./credentials.ts";

const run = promisify(execFile);
/** What `aws eks get-token` prints (https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html). */
const ExecCredential = z.object({ status: z.object({ token: z.string() }) });

/**
 * Credentials of a real account, through the AWS CLI and whatever it is logged in as.
 *
 * @param environment of the CLI: its profile, its keys, its PATH
 */
export function awsCredentials(environment: NodeJS.ProcessEnv): CredentialSource {
  const aws = (...words: string[]) => runAws(words, environment);
  return {
    databaseTls: "verify",
    databaseToken: async ({ host, port, region }, user) =>
      (
        await aws(
          "rds",
          "generate-db-auth-token",
          "--hostname",
          host,
          "--port",
          String(port),
          "--username",
          user,
          "--region",
          region,
        )
      ).trim(),
    clusterToken: async ({ name, region }) =>
      ExecCredential.parse(
        JSON.parse(await aws("eks", "get-token", "--cluster-name", name, "--region", region, "--output", "json")),
      ).status.token,
  };
}

async function runAws(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  try {
    return (await run("aws", [...words], { env: environment })).stdout;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
    const reason =
      code === "ENOENT"
        ? "the AWS CLI is not on PATH; install it"
        : `${(stderr ?? "").trim()}; log in with \`aws sso login\` or set AWS_PROFILE`;
    throw new ConfigurationError(
      "CONFIGURATION_CREDENTIALS_UNAVAILABLE",
      `aws ${words[0] ?? ""} ${words[1] ?? ""}: ${reason}, then type the command again.`,
    );
  }
}
