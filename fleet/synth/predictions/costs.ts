import { nameFrom, type PredictionContext, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** ARNs of billing know an account, and no Region. */
const globalArn = ({ partition, accountId }: PredictionContext, service: string, resource: string) =>
  `arn:${partition}:${service}::${accountId}:${resource}`;
const costExplorer = (kind: string) => ({
  id: (context: PredictionContext) => globalArn(context, "ce", `${kind}/${uuidOf(context.urn)}`),
  outputs: (context: PredictionContext, id: string) => ({ arn: id, ...tagsAll(context) }),
});

/** AWS Budgets and Cost Explorer. */
export const costPredictions: ServicePredictions = {
  "aws:budgets/budget:Budget": {
    id: (context) => `${context.accountId}:${nameFrom(context, "name")}`,
    outputs: (context) => ({
      arn: globalArn(context, "budgets", `budget/${nameFrom(context, "name")}`),
      accountId: context.accountId,
      ...tagsAll(context),
    }),
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": costExplorer("anomalymonitor"),
  "aws:costexplorer/anomalySubscription:AnomalySubscription": costExplorer("anomalysubscription"),
  "aws:costexplorer/costAllocationTag:CostAllocationTag": { id: (context) => text(context, "tagKey") },
  "aws:costexplorer/costCategory:CostCategory": costExplorer("costcategory"),
};
