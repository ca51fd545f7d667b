import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { closesBuckets, encryptsListeners, guardsEntrances, provesDatabaseUsers } from "./connection-rules.ts";
import type { Exposure, ExposureRule } from "./exposure.ts";
import { entersByTheEdge, hasNoPublicAddress, trustsNoAddresses } from "./network-rules.ts";
import { keepsStoresInside } from "./reach.ts";

const rules: readonly ExposureRule[] = [
  trustsNoAddresses,
  hasNoPublicAddress,
  entersByTheEdge,
  keepsStoresInside,
  provesDatabaseUsers,
  closesBuckets,
  encryptsListeners,
  guardsEntrances,
];

/**
 * Walks what stacks declare and finds whatever is reachable, or trusted, for where it is (NIST SP 800-207).
 *
 * @param resources of stacks that belong together: a cell's, and with it those of its tenants, whose databases and caches
 *   are in the cell's groups
 */
export const findExposures = (resources: readonly SynthesisedResource[]): readonly Exposure[] =>
  rules.flatMap((rule) => rule(resources));
