import type { TypeDefinition } from "../../define-type.ts";
import { account } from "./account.ts";
import { standardsSubscription } from "./standards-subscription.ts";

export const securityhubTypes: readonly TypeDefinition[] = [account, standardsSubscription];
