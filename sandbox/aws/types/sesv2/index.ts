import type { TypeDefinition } from "../../define-type.ts";
import { emailIdentity } from "./email-identity.ts";

export const sesv2Types: readonly TypeDefinition[] = [emailIdentity];
