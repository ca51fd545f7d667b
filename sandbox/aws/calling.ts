import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import { AwsError } from "./aws-error.ts";
import type { TypeDefinition } from "./define-type.ts";
import { type FaultOperation, nextFault } from "./faults.ts";

/** Runs one call with the fault that is in store for it. @throws the service's refusal with what was being done. */
export async function calling<T>(
  account: Account,
  { token }: TypeDefinition,
  operation: FaultOperation,
  doing: string,
  run: () => Promise<T> | T,
): Promise<T> {
  const fault = nextFault(account.world, token, operation);
  if (fault.latencyMs > 0) await sleep(fault.latencyMs);
  try {
    if (fault.before) throw fault.before;
    const result = await run();
    if (fault.after) throw fault.after;
    return result;
  } catch (thrown) {
    if (!(thrown instanceof AwsError)) throw thrown;
    throw new Error(`${doing}: ${thrown.message}`, { cause: thrown });
  }
}
