import { requireCluster } from "../types/eks/cluster-of.ts";
import { text } from "../values.ts";
import type { AwsInvoke } from "./invoke.ts";

export const getClusterAuth: AwsInvoke = {
  token: "aws:eks/getClusterAuth:getClusterAuth",
  run: async (args, account) => {
    const name = text(args, "name") ?? "";
    requireCluster(account, name);
    return { id: name, name, region: account.region, token: await account.world.kubernetes.issueToken(name) };
  },
};
