import type { Operation } from "../diff/stack-difference.ts";
import { type Danger, dangers } from "./fleet-plan.ts";

/** What each gate's findings are a sign of; a gate that is not here says nothing of an operation's danger. */
const signs: Readonly<Record<string, Danger>> = {
  "data-bearing-delete": "data-bearing",
  "data-bearing-replace": "data-bearing",
  "name-changed": "data-bearing",
  "iam-broadening": "right-grown",
  "encryption-loosened": "protection-loosened",
  "deletion-protection-loosened": "protection-loosened",
  "backup-loosened": "protection-loosened",
  exposure: "network-opened",
  residency: "protection-loosened",
};

/**
 * Versions of a document and their roll-out: a service changes them by making the next one, so that a replacement is
 * what an update is elsewhere. Source: https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-deploying.html
 */
const renewedByReplacement: ReadonlySet<string> = new Set([
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
  "aws:appconfig/deployment:Deployment",
]);

/** What a finding of this gate is a sign of; `none` where it says nothing of danger. */
export const dangerOfGate = (gate: string): Danger => signs[gate] ?? "none";

/** The worst of some dangers; `none` of none. */
export const worstDanger = (found: readonly Danger[]): Danger =>
  dangers.find((danger) => found.includes(danger)) ?? "none";

/**
 * The worst that an operation does.
 *
 * @param gates names of the gates that found something in it.
 */
export const dangerOf = (
  operation: Pick<Operation, "op" | "type" | "isDataBearing">,
  gates: readonly string[],
): Danger => worstDanger([dangerByItself(operation), ...gates.map(dangerOfGate)]);

function dangerByItself({ op, type, isDataBearing }: Pick<Operation, "op" | "type" | "isDataBearing">): Danger {
  if (op === "replace" && renewedByReplacement.has(type)) return "update";
  if (op === "create" || op === "update") return op;
  // What is deleted cannot come back by itself either, so a deletion weighs as a replacement does.
  return isDataBearing ? "data-bearing" : "replace";
}
