import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const within = (kind: string) => (scope: AccessScope) => [
  `arn:${scope.partition}:scheduler:${scope.region}:${scope.accountId}:${kind}/${scope.namePrefix}-*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html */
export const schedulerAccess: AccessTable = {
  "aws:scheduler/scheduleGroup:ScheduleGroup": {
    actions: actionsOf(
      "scheduler",
      "CreateScheduleGroup GetScheduleGroup DeleteScheduleGroup ListTagsForResource TagResource UntagResource",
    ),
    resources: within("schedule-group"),
  },
  "aws:scheduler/schedule:Schedule": {
    actions: actionsOf("scheduler", "CreateSchedule GetSchedule UpdateSchedule DeleteSchedule"),
    resources: within("schedule"),
  },
};
