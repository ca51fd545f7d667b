import type { TypeDefinition } from "../../define-type.ts";
import { plan } from "./plan.ts";
import { restoreTestingPlan } from "./restore-testing-plan.ts";
import { restoreTestingSelection } from "./restore-testing-selection.ts";
import { selection } from "./selection.ts";
import { vault } from "./vault.ts";
import { vaultLockConfiguration } from "./vault-lock.ts";

export const backupTypes: readonly TypeDefinition[] = [
  plan,
  restoreTestingPlan,
  restoreTestingSelection,
  selection,
  vault,
  vaultLockConfiguration,
];
