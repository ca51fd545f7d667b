/** How the bills of a whole fleet are told apart. */
export interface CostAttributionPlan {
  /** Tags that bills are told apart by. */
  readonly tagKeys: readonly string[];
  readonly tenantCategoryName: string;
  readonly tierCategoryName: string;
  /** Every tier that a cell of the fleet takes. */
  readonly tiers: readonly string[];
}
