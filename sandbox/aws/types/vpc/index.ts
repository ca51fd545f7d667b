import type { TypeDefinition } from "../../define-type.ts";
import { securityGroupEgressRule } from "./security-group-egress-rule.ts";
import { securityGroupIngressRule } from "./security-group-ingress-rule.ts";

export const vpcTypes: readonly TypeDefinition[] = [securityGroupEgressRule, securityGroupIngressRule];
