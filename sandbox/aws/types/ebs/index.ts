import type { TypeDefinition } from "../../define-type.ts";
import { encryptionByDefault } from "./encryption-by-default.ts";

export const ebsTypes: readonly TypeDefinition[] = [encryptionByDefault];
