import { arn, nameFrom, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon EventBridge Scheduler. */
export const schedulerPredictions: ServicePredictions = {
  "aws:scheduler/scheduleGroup:ScheduleGroup": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, id) => ({
      name: id,
      arn: arn(context, "scheduler", `schedule-group/${id}`),
      ...tagsAll(context),
    }),
  },
  "aws:scheduler/schedule:Schedule": {
    id: (context) => `${text(context, "groupName") || "default"}/${nameFrom(context, "name")}`,
    outputs: (context, id) => ({ arn: arn(context, "scheduler", `schedule/${id}`) }),
  },
};
