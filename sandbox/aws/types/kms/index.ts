import type { TypeDefinition } from "../../define-type.ts";
import { alias } from "./alias.ts";
import { key } from "./key.ts";
import { replicaKey } from "./replica-key.ts";

export const kmsTypes: readonly TypeDefinition[] = [alias, key, replicaKey];
