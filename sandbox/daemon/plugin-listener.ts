import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { ServedPackage } from "../provider/serve.ts";

/** Where the plugins' launchers ask for a provider. */
export interface PluginListener {
  readonly port: number;
  readonly token: string;
  /** How many plugins are being served. */
  count(): number;
  /** Ends all plugins. */
  close(): Promise<void>;
}

const lineLimitBytes = 300;
const lineTimeoutMilliseconds = 10_000;

/**
 * Listens on 127.0.0.1. A launcher sends `<token> <package>` and a line feed, is answered the port of a provider of its
 * own, and keeps the connection: when it closes, for whatever reason, the provider is closed.
 *
 * @param onError is told why a provider could not be closed; that ends nobody else's run
 * @param serve rejects for a package that does not exist; the reason is answered in a line that begins with `error`
 */
export async function startPluginListener(
  serve: (packageName: string) => Promise<ServedPackage>,
  onError: (error: unknown) => void,
): Promise<PluginListener> {
  const token = randomBytes(24).toString("base64url");
  const connections = new Set<Socket>();
  const closing = new Set<Promise<void>>();
  const server = createServer((socket) => {
    connections.add(socket);
    // What goes wrong on a connection ends it, which is what counts.
    socket.on("error", () => undefined);
    const served = answer(socket, token, serve);
    socket.once("close", () => {
      connections.delete(socket);
      const done = served.then((provider) => provider?.close()).catch(onError);
      closing.add(done);
      void done.finally(() => closing.delete(done));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The plugin listener has no port.");
  return {
    port: address.port,
    token,
    count: () => connections.size,
    async close() {
      server.close();
      for (const socket of connections) socket.destroy();
      await once(server, "close");
      await Promise.all(closing);
    },
  };
}

/** Undefined where the connection was refused, or closed before it said what it wants. */
async function answer(
  socket: Socket,
  token: string,
  serve: (packageName: string) => Promise<ServedPackage>,
): Promise<ServedPackage | undefined> {
  const [given = "", packageName = ""] = (await firstLine(socket)).split(" ");
  if (!isToken(given, token)) {
    socket.destroy();
    return undefined;
  }
  try {
    const served = await serve(packageName);
    socket.write(`${served.port}\n`);
    // Nothing more is expected, but unread data would hide the end of the connection.
    socket.resume();
    return served;
  } catch (error) {
    socket.end(`error ${error instanceof Error ? error.message.replaceAll("\n", " ") : String(error)}\n`);
    return undefined;
  }
}

function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const timer = setTimeout(() => socket.destroy(), lineTimeoutMilliseconds);
    const done = (line: string): void => {
      clearTimeout(timer);
      socket.removeListener("data", read);
      resolve(line);
    };
    const read = (chunk: Buffer): void => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\n");
      if (end >= 0) done(text.slice(0, end));
      else if (text.length > lineLimitBytes) socket.destroy();
    };
    socket.on("data", read);
    socket.once("close", () => done(""));
  });
}

/** Compares in constant time. */
export function isToken(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
