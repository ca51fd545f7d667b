import type { TypeDefinition } from "../../define-type.ts";
import { enabler } from "./enabler.ts";

export const inspector2Types: readonly TypeDefinition[] = [enabler];
