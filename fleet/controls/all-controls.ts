import type { Control } from "./control.ts";
import { controls as access } from "./rows/access.ts";
import { controls as ai } from "./rows/ai.ts";
import { controls as audit } from "./rows/audit.ts";
import { controls as dataGovernance } from "./rows/data-governance.ts";
import { controls as encryption } from "./rows/encryption.ts";
import { controls as idleSettings } from "./rows/idle-settings.ts";
import { controls as operators } from "./rows/operators.ts";
import { controls as passwords } from "./rows/passwords.ts";
import { controls as secondFactors } from "./rows/second-factors.ts";
import { controls as sessions } from "./rows/sessions.ts";
import { controls as threats } from "./rows/threats.ts";
import { controls as zeroTrust } from "./rows/zero-trust.ts";

/** Every control of the requirements' sections on security, AI and compliance: a new row is a new file and a line here. */
export const allControls: readonly Control[] = [
  ...passwords,
  ...secondFactors,
  ...encryption,
  ...access,
  ...threats,
  ...sessions,
  ...audit,
  ...zeroTrust,
  ...operators,
  ...dataGovernance,
  ...ai,
  ...idleSettings,
];
