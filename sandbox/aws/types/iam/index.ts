import type { TypeDefinition } from "../../define-type.ts";
import { instanceProfile } from "./instance-profile.ts";
import { openIdConnectProvider } from "./open-id-connect-provider.ts";
import { policy } from "./policy.ts";
import { role } from "./role.ts";
import { rolePolicy } from "./role-policy.ts";
import { rolePolicyAttachment } from "./role-policy-attachment.ts";

export const iamTypes: readonly TypeDefinition[] = [
  instanceProfile,
  openIdConnectProvider,
  policy,
  role,
  rolePolicy,
  rolePolicyAttachment,
];
