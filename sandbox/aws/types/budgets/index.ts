import type { TypeDefinition } from "../../define-type.ts";
import { budget } from "./budget.ts";

export const budgetsTypes: readonly TypeDefinition[] = [budget];
