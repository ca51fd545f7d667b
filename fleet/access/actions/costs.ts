import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

const budgets = ({ partition, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:budgets::${accountId}:budget/${namePrefix}-*`,
];
const of =
  (kind: string) =>
  ({ partition, accountId }: AccessScope) => [`arn:${partition}:ce::${accountId}:${kind}/*`];
const tags = "ListTagsForResource TagResource UntagResource";

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbudgetservice.html and
 * list_awscostexplorerservice.html; what makes something new knows no resource.
 */
export const costAccess: AccessTable = {
  "aws:budgets/budget:Budget": {
    actions: actionsOf("budgets", `ViewBudget ModifyBudget ${tags}`),
    resources: budgets,
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": {
    actions: actionsOf(
      "ce",
      `CreateAnomalyMonitor GetAnomalyMonitors UpdateAnomalyMonitor DeleteAnomalyMonitor ${tags}`,
    ),
    resources: of("anomalymonitor"),
  },
  "aws:costexplorer/anomalySubscription:AnomalySubscription": {
    actions: actionsOf(
      "ce",
      `CreateAnomalySubscription GetAnomalySubscriptions UpdateAnomalySubscription DeleteAnomalySubscription ${tags}`,
    ),
    resources: (scope) => [...of("anomalysubscription")(scope), ...of("anomalymonitor")(scope)],
  },
  "aws:costexplorer/costAllocationTag:CostAllocationTag": {
    actions: actionsOf("ce", "ListCostAllocationTags UpdateCostAllocationTagsStatus"),
    resources: anyResource,
  },
  "aws:costexplorer/costCategory:CostCategory": {
    actions: actionsOf(
      "ce",
      `CreateCostCategoryDefinition DescribeCostCategoryDefinition UpdateCostCategoryDefinition DeleteCostCategoryDefinition ${tags}`,
    ),
    resources: of("costcategory"),
  },
};
