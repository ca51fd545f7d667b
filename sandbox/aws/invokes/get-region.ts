import { domainOf } from "../account.ts";
import { text } from "../values.ts";
import type { AwsInvoke } from "./invoke.ts";

export const getRegion: AwsInvoke = {
  token: "aws:index/getRegion:getRegion",
  run: (args, account) => {
    const region = text(args, "region") ?? text(args, "name") ?? account.region;
    const endpoint = `ec2.${region}.${domainOf(account)}`;
    return { id: region, name: region, region, description: region, endpoint };
  },
};
