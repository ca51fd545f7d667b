import { createHash, randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readRadiusRequest, writeRadiusResponse } from "./radius.ts";

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html: "lifetime of 15 minutes".
const tokenLifetimeMilliseconds = 15 * 60_000;

/**
 * What RDS does for IAM database authentication: hands out tokens, and is asked by the servers whether one is good. Many
 * tokens of one role may be good at once, so that parallel runs do not lock each other out. They are kept in memory
 * alone: after a restart a client asks for a new one.
 */
export interface TokenAuthority {
  /** UDP port on 127.0.0.1 that servers ask. */
  readonly port: number;
  /** What servers must know to ask. */
  readonly secret: string;
  issue(server: string, username: string): string;
  /** Forgets all tokens of a server. */
  revoke(server: string): void;
  close(): Promise<void>;
}

/** Starts to answer servers. `now` is the clock that tokens end by. */
export async function startTokenAuthority(now: () => Date): Promise<TokenAuthority> {
  const secret = randomBytes(24).toString("base64url");
  // By server, user name and digest of the token: when it ends.
  const tokens = new Map<string, number>();
  const socket = createSocket("udp4");
  socket.on("message", (packet, from) => {
    const request = readRadiusRequest(packet, secret);
    if (request === undefined) return;
    const accepted = (tokens.get(tokenKey(request.server, request.username, request.password)) ?? 0) > now().getTime();
    socket.send(writeRadiusResponse(packet, accepted, secret), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    port: socket.address().port,
    secret,
    issue(server, username) {
      for (const [key, ends] of tokens) if (ends <= now().getTime()) tokens.delete(key);
      const token = randomBytes(32).toString("base64url");
      tokens.set(tokenKey(server, username, token), now().getTime() + tokenLifetimeMilliseconds);
      return token;
    },
    revoke(server) {
      for (const key of tokens.keys()) if (key.startsWith(`${server}\0`)) tokens.delete(key);
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function tokenKey(server: string, username: string, token: string): string {
  return [server, username, createHash("sha256").update(token).digest("hex")].join("\0");
}
