import { AsyncLocalStorage } from "node:async_hooks";

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/** What a run does with a rejection that nobody handles. */
type Fail = (reason: unknown) => void;

const runs = new AsyncLocalStorage<Fail>();
const others: Listener[] = [];
let active = 0;

/**
 * Runs `work` so that a promise rejected inside it, and handled by nobody, fails this run alone. Rejections from
 * elsewhere go where they went before.
 */
export async function withRejections<T>(work: () => Promise<T>): Promise<T> {
  const { promise: failure, reject: fail } = Promise.withResolvers<never>();
  enter();
  try {
    return await Promise.race([runs.run(fail, () => settled(work)), failure]);
  } finally {
    await nextTurn();
    leave();
  }
}

/** Rejections are only told of when the microtasks have run out, so a result waits for one more turn. */
async function settled<T>(work: () => Promise<T>): Promise<T> {
  const result = await work();
  await nextTurn();
  return result;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const dispatch: Listener = (reason, promise) => {
  const fail = runs.getStore();
  if (fail !== undefined) {
    fail(reason);
  } else if (others.length > 0) {
    for (const listener of others) listener(reason, promise);
  } else {
    throw reason;
  }
};

/** Takes over from other listeners while a run is active: each of them would end the process or the test. */
function enter(): void {
  active += 1;
  if (active > 1) return;
  others.push(...(process.listeners("unhandledRejection") as Listener[]));
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", dispatch);
}

function leave(): void {
  active -= 1;
  if (active > 0) return;
  process.off("unhandledRejection", dispatch);
  for (const listener of others.splice(0)) process.on("unhandledRejection", listener);
}
