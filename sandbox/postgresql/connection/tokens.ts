import type { World } from "../../world/world.ts";
import { ServerGoneError } from "./server-gone-error.ts";

interface Issued {
  readonly token: Promise<string>;
  readonly usableUntil: number;
}

// Tokens end after 15 minutes; one is used for 10, so that none ends on its way. Issuing one may end those before it,
// so all providers of a world share them.
const usedForMilliseconds = 10 * 60 * 1000;
const tokensOfWorlds = new WeakMap<World, Map<string, Issued>>();

/**
 * A password by RDS IAM authentication for the server at an address.
 *
 * @param fresh forgets the last token, for when the server refused it.
 * @throws ServerGoneError where no server of the world is at the address; an error where the role may not use a token.
 */
export async function iamToken(
  world: World,
  address: { readonly host: string; readonly port: number },
  username: string,
  fresh: boolean,
): Promise<string> {
  const server = world.postgres.at(address.host, address.port);
  if (!server) {
    throw new ServerGoneError(
      `awsRdsIamAuth needs an RDS instance of the sandbox, but none is at ${address.host}:${address.port}. Use the endpoint of an aws.rds.Instance or Cluster.`,
    );
  }
  const tokens = tokensOfWorlds.get(world) ?? new Map<string, Issued>();
  tokensOfWorlds.set(world, tokens);
  const key = JSON.stringify([server.identifier, username]);
  const last = tokens.get(key);
  if (last && !fresh && last.usableUntil > world.now().getTime()) return last.token;
  const issued: Issued = {
    token: world.postgres.issueToken(server.identifier, username),
    usableUntil: world.now().getTime() + usedForMilliseconds,
  };
  tokens.set(key, issued);
  issued.token.catch(() => tokens.delete(key));
  return issued.token;
}
