import type { TypeDefinition } from "../../define-type.ts";
import { listener } from "./listener.ts";
import { loadBalancer } from "./load-balancer.ts";
import { targetGroup } from "./target-group.ts";

export const lbTypes: readonly TypeDefinition[] = [listener, loadBalancer, targetGroup];
