import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { Prediction, SynthesisedStack } from "../synth/synthesised-stack.ts";

/** What a stack's own text stands for: `acme-corp` → `{tenant}`. */
export interface IdentityToken {
  readonly text: string;
  readonly token: string;
}

/** Shorter values say too little to be told apart from ordinary text. */
const shortestPrediction = 8;

/**
 * What is a tenant's alone: who it is, what is made from that, and where it is. Its display name is not among them: it
 * may be any word, and stands in nothing that a difference shows.
 */
export function tenantTokens({ tenant, cell, settings, cache }: TenantPlan): readonly IdentityToken[] {
  const { trial_expires_at: trialEnd, subscription_ends_at: subscriptionEnd } = settings.lifecycle;
  return present([
    [tenant.id, "{tenant}"],
    [tenant.uid, "{uid}"],
    [tenant.owner, "{owner}"],
    [tenant.createdAt, "{created}"],
    [trialEnd, "{trial end}"],
    [subscriptionEnd, "{subscription end}"],
    [cell.id, "{cell}"],
    [cell.accountId, "{account}"],
    // A tenant of the pool is put into one of its cell's caches by its uid.
    [cache.kind === "cell" ? cache.cacheName : undefined, "{cache}"],
  ]);
}

/** What is a cell's alone. */
export const cellTokens = (cell: { readonly id: string; readonly accountId: string }): readonly IdentityToken[] =>
  present([
    [cell.id, "{cell}"],
    [cell.accountId, "{account}"],
  ]);

const present = (pairs: readonly (readonly [string | undefined, string])[]): readonly IdentityToken[] =>
  pairs.flatMap(([text, token]) => (text === undefined || text === "" ? [] : [{ text, token }]));

/** Values that the cloud makes for a stack: in a difference they stand for the resource and its output. */
export const predictionTokens = (stacks: readonly (SynthesisedStack | undefined)[]): readonly IdentityToken[] =>
  stacks.flatMap((stack) => stack?.predicted ?? []).flatMap(tokenOf);

const tokenOf = ({ urn, property, value }: Prediction): readonly IdentityToken[] =>
  typeof value === "string" && value.length >= shortestPrediction && !value.startsWith("[unpredicted")
    ? [{ text: value, token: `{${urn.split("::").at(-1) ?? ""} ${property}}` }]
    : [];

/**
 * Tokens of both sides of an edit. A token that would stand for two texts is left out, so that what the edit changes is
 * shown as it is.
 */
export function tokensOfBothSides(
  base: readonly IdentityToken[],
  head: readonly IdentityToken[],
): readonly IdentityToken[] {
  const textOf = new Map(base.map(({ token, text }) => [token, text]));
  const changed = new Set(
    head.filter(({ token, text }) => (textOf.get(token) ?? text) !== text).map(({ token }) => token),
  );
  return [...base, ...head.filter(({ token }) => !textOf.has(token))].filter(({ token }) => !changed.has(token));
}
