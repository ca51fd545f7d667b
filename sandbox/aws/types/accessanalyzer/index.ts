import type { TypeDefinition } from "../../define-type.ts";
import { analyzer } from "./analyzer.ts";

export const accessanalyzerTypes: readonly TypeDefinition[] = [analyzer];
