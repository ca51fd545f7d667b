import type { TypeDefinition } from "../../define-type.ts";
import { ipSet } from "./ip-set.ts";
import { webAcl } from "./web-acl.ts";
import { webAclAssociation } from "./web-acl-association.ts";
import { webAclLoggingConfiguration } from "./web-acl-logging-configuration.ts";

export const wafv2Types: readonly TypeDefinition[] = [ipSet, webAcl, webAclAssociation, webAclLoggingConfiguration];
