import type { TypeDefinition } from "../../define-type.ts";
import { accessEntry } from "./access-entry.ts";
import { accessPolicyAssociation } from "./access-policy-association.ts";
import { addon } from "./addon.ts";
import { cluster } from "./cluster.ts";
import { nodeGroup } from "./node-group.ts";
import { podIdentityAssociation } from "./pod-identity-association.ts";

export const eksTypes: readonly TypeDefinition[] = [
  accessEntry,
  accessPolicyAssociation,
  addon,
  cluster,
  nodeGroup,
  podIdentityAssociation,
];
