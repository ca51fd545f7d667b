const lastOfServer = new Map<string, Promise<unknown>>();

/**
 * Runs changes of one server one after the other. PostgreSQL answers "tuple concurrently updated" where two sessions
 * grant on the same object, and all providers of the sandbox are in one process.
 */
export function inTurn<T>(server: string, run: () => Promise<T>): Promise<T> {
  const before = lastOfServer.get(server) ?? Promise.resolve();
  const turn = before.then(run, run);
  lastOfServer.set(server, turn);
  const forget = (): void => {
    if (lastOfServer.get(server) === turn) lastOfServer.delete(server);
  };
  turn.then(forget, forget);
  return turn;
}
