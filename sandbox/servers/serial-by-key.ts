/** Runs work of the same key one after the other, and of different keys at once. */
export type SerialByKey = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** A queue for each key; a failure of one piece of work does not stop the next. */
export function serialByKey(): SerialByKey {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, result);
    return result;
  };
}
