import type { TypeDefinition } from "../../define-type.ts";
import { secret } from "./secret.ts";
import { secretVersion } from "./secret-version.ts";

export const secretsmanagerTypes: readonly TypeDefinition[] = [secret, secretVersion];
