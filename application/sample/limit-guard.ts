import type { Configuration } from "./configuration.ts";

/** What to do with something that a limit bounds. */
export type Verdict =
  | { readonly kind: "allowed" }
  /** Beyond the limit, and served still; from `refusedFrom` on no longer, where that is known. */
  | { readonly kind: "over"; readonly refusedFrom?: Date }
  | { readonly kind: "refused" };

const hourMillis = 3_600_000;

/**
 * Judges one more use.
 *
 * @param reachedAt when the limit was reached; undefined while it is not
 */
export function judge(reachedAt: Date | undefined, enforcement: Configuration["enforcement"], now: Date): Verdict {
  if (reachedAt === undefined) return { kind: "allowed" };
  if (!enforcement.hard_limits) return { kind: "over" };
  const refusedFrom = new Date(reachedAt.getTime() + enforcement.grace_period_hours * hourMillis);
  return now < refusedFrom ? { kind: "over", refusedFrom } : { kind: "refused" };
}

/** What an answer says at a limit; how to get more where the tier wants that said. */
export function atLimit(message: string, { enforcement }: Pick<Configuration, "enforcement">, refusedFrom?: Date) {
  return {
    message,
    ...(refusedFrom === undefined ? {} : { refused_from: refusedFrom.toISOString() }),
    ...(enforcement.upgrade_prompts ? { upgrade: "A larger tier sells more: ask whoever runs your account." } : {}),
  };
}
