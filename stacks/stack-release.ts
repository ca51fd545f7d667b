import * as pulumi from "@pulumi/pulumi";
import type { Retention } from "../components/retention.ts";
import type { Phase } from "../model/plan/tenant-plan.ts";

/** How a stack treats what it holds. */
export interface StackRelease {
  /** Whether protections are off, by the plan or by configuration. */
  readonly releasing: boolean;
  readonly retention: Retention;
}

/**
 * Whether the stack lets go of its data: by its plan's phase, or because an operation set the configuration
 * `tenantry:phase: releasing` before it takes the stack down.
 *
 * `tenantry:discard: true` beside it gives up the last snapshots and what is left in buckets, for a fleet that is thrown
 * away as a whole. No other phase can be set: an edit of a configuration file never resumes or suspends a tenant.
 *
 * @throws pulumi.RunError where either has another value, or data is to be discarded without being released.
 */
export function stackRelease(planned: Phase): StackRelease {
  const config = new pulumi.Config("tenantry");
  const phase = allowed(config, "phase", ["releasing"]) ?? planned;
  const discards = allowed(config, "discard", ["true", "false"]) === "true";
  const releasing = phase === "releasing";
  if (discards && !releasing) {
    throw new pulumi.RunError(
      "tenantry:discard gives data up, which a stack that is not releasing keeps. Type: pulumi config rm tenantry:discard",
    );
  }
  if (!releasing) return { releasing, retention: "kept" };
  return { releasing, retention: discards ? "discarded" : "released" };
}

function allowed(config: pulumi.Config, key: string, values: readonly string[]): string | undefined {
  const found = config.get(key);
  if (found === undefined || values.includes(found)) return found;
  throw new pulumi.RunError(
    `tenantry:${key} is "${found}"; it can be ${values.join(" or ")}. Type: pulumi config rm tenantry:${key}`,
  );
}
