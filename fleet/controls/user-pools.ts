import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import type { Evidence } from "./control.ts";

/** The user pool that the tenant's users are in: its own, or its tier's in the cell, and never one for the other. */
export const userPools = ({ plan, own, shared }: Evidence): readonly SynthesisedResource[] =>
  (plan.users.kind === "own" ? own : shared).filter(({ type }) => type === "aws:cognito/userPool:UserPool");
