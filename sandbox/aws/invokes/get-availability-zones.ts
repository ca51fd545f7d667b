import { text, texts } from "../values.ts";
import { zoneId, zoneNames } from "../zones.ts";
import type { AwsInvoke } from "./invoke.ts";

export const getAvailabilityZones: AwsInvoke = {
  token: "aws:index/getAvailabilityZones:getAvailabilityZones",
  run: (args, account) => {
    const region = text(args, "region") ?? account.region;
    const excluded = texts(args, "excludeNames");
    const names =
      text(args, "state") === "unavailable" ? [] : zoneNames(region).filter((name) => !excluded.includes(name));
    return {
      ...args,
      id: region,
      region,
      names,
      zoneIds: names.map((name) => zoneId({ ...account, region }, name)),
      groupNames: names.length > 0 ? [region] : [],
    };
  },
};
