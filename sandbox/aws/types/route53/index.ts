import type { TypeDefinition } from "../../define-type.ts";
import { record } from "./record.ts";
import { zone } from "./zone.ts";

export const route53Types: readonly TypeDefinition[] = [record, zone];
