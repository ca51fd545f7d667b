import type { GateName } from "../../model/gates.ts";
import { backupLoosened } from "./backup-loosened.ts";
import { dataBearingDelete } from "./data-bearing-delete.ts";
import { dataBearingReplace } from "./data-bearing-replace.ts";
import { deletionProtectionLoosened } from "./deletion-protection-loosened.ts";
import { encryptionLoosened } from "./encryption-loosened.ts";
import { exposure } from "./exposure.ts";
import type { Gate, GatedChange, GateFinding, GateVerdict } from "./gate.ts";
import { iamBroadening } from "./iam-broadening.ts";
import { type JudgedBy, judgeFindings } from "./judge-findings.ts";
import { nameChanged } from "./name-changed.ts";
import { residency } from "./residency.ts";

/** Gates over the fleet as a whole: each is a function of its own, since it looks at no single stack. */
type FleetGateName = "cost-threshold";

/** Every gate over one stack's change, in the order in which findings are shown. */
const stackGates: Readonly<Record<Exclude<GateName, FleetGateName>, Gate>> = {
  "data-bearing-delete": dataBearingDelete,
  "data-bearing-replace": dataBearingReplace,
  "iam-broadening": iamBroadening,
  exposure,
  "encryption-loosened": encryptionLoosened,
  "deletion-protection-loosened": deletionProtectionLoosened,
  "backup-loosened": backupLoosened,
  residency,
  "name-changed": nameChanged,
};

/** What all gates find in one stack's change, before any exception is looked at. */
export const findGateFindings = (change: GatedChange): readonly GateFinding[] =>
  Object.values(stackGates).flatMap((gate) => gate.find(change));

/**
 * What becomes of one stack's change: each finding, refused or lifted by an exception.
 *
 * @param against.exceptions of the stack's own file in the head; where the file is gone, the base's.
 * @param against.today the day in UTC, `YYYY-MM-DD`.
 */
export const findGateVerdicts = (change: GatedChange, against: JudgedBy): readonly GateVerdict[] =>
  judgeFindings(findGateFindings(change), against);
