import type { TypeDefinition } from "../../define-type.ts";
import { serverlessCache } from "./serverless-cache.ts";
import { user } from "./user.ts";
import { userGroup } from "./user-group.ts";
import { userGroupAssociation } from "./user-group-association.ts";

export const elasticacheTypes: readonly TypeDefinition[] = [serverlessCache, user, userGroup, userGroupAssociation];
