import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const named =
  (kind: string) =>
  ({ partition, region, accountId, namePrefix }: AccessScope) => [
    `arn:${partition}:events:${region}:${accountId}:${kind}/${namePrefix}-*`,
  ];
/** A rule of a bus other than the default has that bus' name before its own. */
const rules = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:events:${region}:${accountId}:rule/${namePrefix}-*`,
];
const tags = "ListTagsForResource TagResource UntagResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const eventsAccess: AccessTable = {
  "aws:cloudwatch/eventBus:EventBus": {
    actions: actionsOf("events", `CreateEventBus UpdateEventBus DescribeEventBus DeleteEventBus ${tags}`),
    resources: named("event-bus"),
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
    actions: actionsOf("events", "PutPermission RemovePermission DescribeEventBus"),
    resources: named("event-bus"),
  },
  "aws:cloudwatch/eventRule:EventRule": {
    actions: actionsOf("events", `PutRule DescribeRule DeleteRule EnableRule DisableRule ${tags}`),
    resources: rules,
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    actions: actionsOf("events", "PutTargets RemoveTargets ListTargetsByRule"),
    resources: rules,
  },
};
