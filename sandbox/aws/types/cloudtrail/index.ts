import type { TypeDefinition } from "../../define-type.ts";
import { trail } from "./trail.ts";

export const cloudtrailTypes: readonly TypeDefinition[] = [trail];
