import type { World } from "../world/world.ts";
import { AwsError } from "./aws-error.ts";

export type FaultOperation = "create" | "read" | "update" | "delete";

/** One fault to inject. */
export interface FaultRule {
  /** Type token; absent for every type. */
  readonly type?: string;
  /** Absent for every operation. */
  readonly operation?: FaultOperation;
  /** Absent where calls are only slowed down. `timeoutAfterSuccess`: the thing is made, its answer is lost. */
  readonly kind?: "throttling" | "accessDenied" | "internal" | "timeoutAfterSuccess";
  /** How many calls it strikes; absent for all. */
  readonly times?: number;
  /** 0 to 1; absent for 1. */
  readonly probability?: number;
  readonly latencyMs?: number;
}

const kinds = ["throttling", "accessDenied", "internal", "timeoutAfterSuccess"];
const operations = ["create", "read", "update", "delete"];

interface Plan {
  readonly rules: readonly FaultRule[];
  readonly struck: readonly number[];
  /** State of the generator, so that a plan continues where it was. */
  readonly state: number;
}

const noPlan: Plan = { rules: [], struck: [], state: 0 };
const load = (world: World) => (world.store.get("aws", "faults") as Plan | undefined) ?? noPlan;
const save = (world: World, plan: Plan) => world.store.set("aws", "faults", { ...plan });

/** Replaces the rules. The same seed and the same calls give the same faults. @throws on a rule that means nothing. */
export function setFaults(world: World, rules: readonly FaultRule[], seed = 1): void {
  for (const rule of rules) {
    if (rule.kind !== undefined && !kinds.includes(rule.kind))
      throw new Error(`Fault kind ${rule.kind}: allowed are ${kinds.join(", ")}.`);
    if (rule.operation !== undefined && !operations.includes(rule.operation)) {
      throw new Error(`Fault operation ${rule.operation}: allowed are ${operations.join(", ")}.`);
    }
  }
  save(world, { rules, struck: rules.map(() => 0), state: seed });
}

export function clearFaults(world: World): void {
  world.store.delete("aws", "faults");
}

/** What is in store for a call: wait, then fail before or after it did its work. */
export interface Fault {
  readonly latencyMs: number;
  readonly before?: AwsError;
  readonly after?: AwsError;
}

/** Decides the fault of one call, and counts it. */
export function nextFault(world: World, type: string, operation: FaultOperation): Fault {
  const plan = load(world);
  if (plan.rules.length === 0) return { latencyMs: 0 };
  const struck = [...plan.struck];
  let { state } = plan;
  let fault: Fault = { latencyMs: 0 };
  const ready = plan.rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule, index }) => applies(rule, type, operation, struck[index] ?? 0));
  for (const { rule, index } of ready) {
    const drawn = draw(state);
    state = drawn.state;
    if (drawn.value >= (rule.probability ?? 1)) continue;
    struck[index] = (struck[index] ?? 0) + 1;
    fault = combine(fault, rule);
    if (rule.kind) break;
  }
  save(world, { rules: plan.rules, struck, state });
  return fault;
}

function applies(rule: FaultRule, type: string, operation: FaultOperation, used: number): boolean {
  const meant =
    (rule.type === undefined || rule.type === type) && (rule.operation === undefined || rule.operation === operation);
  return meant && used < (rule.times ?? Number.POSITIVE_INFINITY);
}

function combine(fault: Fault, { kind, latencyMs = 0 }: FaultRule): Fault {
  const slow = { ...fault, latencyMs: fault.latencyMs + latencyMs };
  if (!kind) return slow;
  return kind === "timeoutAfterSuccess" ? { ...slow, after: errorOf(kind) } : { ...slow, before: errorOf(kind) };
}

function errorOf(kind: NonNullable<FaultRule["kind"]>): AwsError {
  const errors = {
    throttling: () => new AwsError("ThrottlingException", "Rate exceeded"),
    accessDenied: () => new AwsError("AccessDeniedException", "The caller is not authorized to perform this operation"),
    internal: () => new AwsError("InternalFailure", "The request processing has failed because of an unknown error"),
    timeoutAfterSuccess: () =>
      new AwsError("RequestTimeout", "exceeded maximum number of attempts, waiting for the response timed out"),
  };
  return errors[kind]();
}

/** Mulberry32: small, and the same on every machine. */
function draw(state: number): { readonly state: number; readonly value: number } {
  const next = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { state: next, value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 };
}
