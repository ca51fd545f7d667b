import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below the range that systems take outgoing connections' ports from: a remembered port shall be free after a restart.
const firstPort = 20_000;
const lastPort = 32_000;
const maxAttempts = 100;

/** A random port of 127.0.0.1 that nothing listens on now. @throws where none was found. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const port = randomInt(firstPort, lastPort);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${firstPort} and ${lastPort} of 127.0.0.1 was found.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
