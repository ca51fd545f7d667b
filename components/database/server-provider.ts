import { getSecretVersionOutput } from "@pulumi/aws/secretsmanager/getSecretVersion.js";
import { Provider } from "@pulumi/postgresql/provider.js";
import * as pulumi from "@pulumi/pulumi";

export interface ServerProviderArgs {
  readonly host: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  readonly username: string;
  /** Secret in which RDS keeps the master user's password. */
  readonly masterSecretArn: pulumi.Input<string>;
  /** Database to connect to for what belongs to the whole server. */
  readonly database: string;
}

/**
 * Way into a server as its master, who is no superuser: only for what nobody else can do there, its first roles and
 * rights. The password is read from RDS' own secret and stays a secret.
 */
export function serverProvider(
  name: string,
  args: ServerProviderArgs,
  opts: pulumi.ComponentResourceOptions,
): Provider {
  const { host, port, username, masterSecretArn, database } = args;
  const secret = getSecretVersionOutput({ secretId: masterSecretArn }, invokeOptions(opts));
  return new Provider(
    name,
    {
      host,
      port,
      username,
      password: pulumi.secret(secret.secretString.apply(passwordIn)),
      database,
      superuser: false,
      sslmode: "verify-full",
      connectTimeout: 15,
    },
    opts.parent === undefined ? {} : { parent: opts.parent },
  );
}

/** Without a parent to inherit from, the secret is read by the provider that is named. */
function invokeOptions({ parent, provider }: pulumi.ComponentResourceOptions): pulumi.InvokeOptions {
  return { ...(parent === undefined ? {} : { parent }), ...(provider === undefined ? {} : { provider }) };
}

function passwordIn(secretString: string): string {
  const { password } = JSON.parse(secretString) as { readonly password?: unknown };
  if (typeof password !== "string") throw new Error("the master user's secret holds no password");
  return password;
}
