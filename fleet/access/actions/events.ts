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
  // EventBridge keeps what a call shows in a secret that it makes in its caller's name.
  "aws:cloudwatch/eventConnection:EventConnection": {
    actions: [
      ...actionsOf("events", "CreateConnection DescribeConnection UpdateConnection DeleteConnection"),
      ...actionsOf("secretsmanager", "CreateSecret UpdateSecret DeleteSecret GetSecretValue PutSecretValue"),
    ],
    resources: (scope) => [
      ...named("connection")(scope),
      `arn:${scope.partition}:secretsmanager:${scope.region}:${scope.accountId}:secret:events!connection/*`,
    ],
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    actions: actionsOf(
      "events",
      "CreateApiDestination DescribeApiDestination UpdateApiDestination DeleteApiDestination",
    ),
    resources: (scope) => [...named("api-destination")(scope), ...named("connection")(scope)],
  },
};
