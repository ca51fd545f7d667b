import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { type RecordedComparison, recordedComparison } from "../../fleet/state/recorded-comparison.ts";
import { StateError } from "../../fleet/state/state-error.ts";
import { openStateFolder } from "../../fleet/state/state-folder.ts";
import { UserError } from "../user-error.ts";

/** Opens what `--state` names. @throws UserError that says what is allowed. */
export function openRecorded(location: string, root: string): RecordedComparison {
  try {
    return recordedComparison(openStateFolder(location), root);
  } catch (error) {
    throw error instanceof StateError ? new UserError(error.message) : error;
  }
}

/** A plan against what is on record: labelled as a prediction, with what could not be compared. */
export function asPredicted(plan: FleetPlan, comparison: RecordedComparison): FleetPlan {
  const uncompared = comparison.uncompared();
  return {
    ...plan,
    groups: plan.groups.map((group) => ({ ...group, predicted: true })),
    ...(uncompared.length > 0 ? { uncompared } : {}),
  };
}

/** Says of how many resources it is not known whether they change, and how to know; empty where of none. */
export function uncomparedWords({ uncompared = [] }: FleetPlan): string {
  const [first = ""] = uncompared;
  if (first === "") return "";
  const stack = first.split("::")[0]?.slice("urn:pulumi:".length) ?? "";
  const others = uncompared.length > 1 ? ` and ${uncompared.length - 1} more resources` : "";
  return `predicted: of ${first.split("::").at(-1)} (${stack})${others} it is not known whether they change, since the state holds a secret of theirs encrypted. To know: pulumi stack export --show-secrets --stack ${stack} --file ${stack}.json, in a folder of its own that you delete afterwards\n`;
}
