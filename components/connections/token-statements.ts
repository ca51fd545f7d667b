import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

const lifeSeconds = 3600;

/** Audiences of the clouds that tenants' roles may be trusted by: Entra ID's, and any pool's provider of Google's. */
const anyAudience = [
  "api://AzureADTokenExchange",
  "https://iam.googleapis.com/projects/*/locations/global/workloadIdentityPools/*/providers/*",
];

/** Every audience must be asked for by name: without the second half, a request that names none would be allowed. */
const forAudiences = (operator: "StringEquals" | "StringLike", audiences: readonly string[]) => ({
  [`ForAllValues:${operator}`]: { "sts:IdentityTokenAudience": audiences },
  Null: { "sts:IdentityTokenAudience": "false" },
  NumericLessThanEquals: { "sts:DurationSeconds": String(lifeSeconds) },
});

/**
 * Tokens from AWS for one audience, for an hour at the most. The service knows no resource for them.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 */
export const tokenStatement = (effect: "Allow" | "Deny", audience: string): PolicyStatement => ({
  Sid: "TokensForOneCloud",
  Effect: effect,
  Action: "sts:GetWebIdentityToken",
  Resource: "*",
  ...(effect === "Allow" ? { Condition: forAudiences("StringEquals", [audience]) } : {}),
});

/** The most that any tenant's role may get of them: for the clouds that can be connected, asked for in the cell's Regions. */
export const anyTokenStatement = ({ region, recoveryRegion }: CellReference): PolicyStatement => ({
  Sid: "TokensForClouds",
  Effect: "Allow",
  Action: "sts:GetWebIdentityToken",
  Resource: "*",
  Condition: {
    StringEquals: { "aws:RequestedRegion": [...new Set([region, recoveryRegion])] },
    ...forAudiences("StringLike", anyAudience),
  },
});
