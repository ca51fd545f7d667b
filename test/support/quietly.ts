import assert from "node:assert/strict";

/**
 * Runs `work` and fails if anything was written to stdout or stderr meanwhile: a provider's requests hold secrets, so
 * it logs nothing.
 */
export async function quietly(work: () => Promise<void>): Promise<void> {
  const written: string[] = [];
  const restore = [process.stdout, process.stderr].map((stream) => {
    const original = stream.write;
    stream.write = (chunk: string | Uint8Array): boolean => {
      written.push(String(chunk));
      return true;
    };
    return () => {
      stream.write = original;
    };
  });
  try {
    await work();
  } finally {
    for (const undo of restore) undo();
  }
  assert.deepEqual(written, []);
}
