import type { TypeDefinition } from "../../define-type.ts";
import { cluster } from "./cluster.ts";
import { clusterInstance } from "./cluster-instance.ts";
import { clusterParameterGroup } from "./cluster-parameter-group.ts";
import { instance } from "./instance.ts";
import { instanceParameterGroup } from "./parameter-group.ts";
import { proxy } from "./proxy.ts";
import { proxyDefaultTargetGroup } from "./proxy-default-target-group.ts";
import { proxyTarget } from "./proxy-target.ts";
import { subnetGroup } from "./subnet-group.ts";

export const rdsTypes: readonly TypeDefinition[] = [
  cluster,
  clusterInstance,
  clusterParameterGroup,
  instance,
  instanceParameterGroup,
  proxy,
  proxyDefaultTargetGroup,
  proxyTarget,
  subnetGroup,
];
