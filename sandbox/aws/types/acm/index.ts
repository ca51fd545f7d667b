import type { TypeDefinition } from "../../define-type.ts";
import { certificate } from "./certificate.ts";
import { certificateValidation } from "./certificate-validation.ts";

export const acmTypes: readonly TypeDefinition[] = [certificate, certificateValidation];
