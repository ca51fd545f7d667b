import { cellEdits } from "./cell-edits.ts";
import { codeEdits } from "./code-edits.ts";
import type { EditedStack } from "./edit.ts";
import { freeEdits } from "./free-edits.ts";
import { professionalEdits } from "./professional-edits.ts";

/** The catalogue: every kind of change to a tenant, a tier, a cell, a framework, an integration and the program. */
export const editedStacks: readonly EditedStack[] = [freeEdits, professionalEdits, cellEdits, codeEdits];
