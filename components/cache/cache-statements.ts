import type { CellReference } from "../../model/plan/cell-plan.ts";
import { ownNamespace } from "../identity/own-namespace.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

const arnOf = ({ partition, region, accountId }: CellReference, resource: string) =>
  `arn:${partition}:elasticache:${region}:${accountId}:${resource}`;

/** A session of the pool may log in to the cell's caches as the user that is named like its own namespace. */
export const pooledCacheStatement = (cell: CellReference, cacheNames: readonly string[]): PolicyStatement => ({
  Sid: "OwnCacheUser",
  Effect: "Allow",
  Action: "elasticache:Connect",
  Resource: [...cacheNames.map((name) => arnOf(cell, `serverlesscache:${name}`)), arnOf(cell, `user:${ownNamespace}`)],
});

/** A tenant's role may log in to its own cache as its own user. */
export const ownCacheStatement = (
  cell: CellReference,
  { cacheName, userName }: { readonly cacheName: string; readonly userName: string },
): PolicyStatement => ({
  Sid: "OwnCache",
  Effect: "Allow",
  Action: "elasticache:Connect",
  Resource: [arnOf(cell, `serverlesscache:${cacheName}`), arnOf(cell, `user:${userName}`)],
});

/** The most of that which a role of a tenant may ever come to have. */
export const anyCacheStatement = (cell: CellReference, namePrefix: string): PolicyStatement => ({
  Sid: "Caches",
  Effect: "Allow",
  Action: "elasticache:Connect",
  Resource: [arnOf(cell, `serverlesscache:${namePrefix}-*`), arnOf(cell, "user:tenant-*")],
});
