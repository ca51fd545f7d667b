import { ControlPlane, type ControlPlaneResult } from "../components/control-plane.ts";
import type { ControlPlanePlan } from "../model/plan/control-plane-plan.ts";
import { controlPlaneStackName } from "../model/stack-names.ts";
import { awsProvider } from "./providers.ts";
import { stackRelease } from "./stack-release.ts";
import { tagEverything } from "./transforms.ts";

/** Declares what operates on the fleet; the stack is `control-plane`, and needs no other. */
export function controlPlaneStack(plan: ControlPlanePlan): ControlPlaneResult {
  const { retention } = stackRelease(plan.phase);
  tagEverything(plan.tags);
  const own = awsProvider(plan.place);
  const others = plan.guarded
    .filter(({ place }) => place.accountId !== plan.place.accountId)
    .map(({ place }) => [place.accountId, awsProvider(place, `aws-${place.accountId}`)] as const);
  const controlPlane = new ControlPlane(
    controlPlaneStackName,
    { plan, retention, providers: new Map(others) },
    { providers: [own] },
  );
  return controlPlane.result;
}
