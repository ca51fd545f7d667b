import type { Exposure } from "../exposure/exposure.ts";
import { findExposures } from "../exposure/find-exposures.ts";
import { openedNetworks } from "../exposure/opened-networks.ts";
import { type Gate, gateOf } from "./gate.ts";

/** Nothing is reachable, or trusted for where it is, that was not before; in a new stack nothing is at all. */
export const exposure: Gate = gateOf("exposure", ({ stack, base, head, difference }) => {
  if (head === undefined || difference.operations.length === 0) return [];
  const known = new Set(findExposures(base?.resources ?? []).map(markOf));
  const found = findExposures(head.resources).filter((one) => !known.has(markOf(one)));
  return [
    ...found.map(({ resource, type, code, reason }) => ({ stack, resource, reason: `${type} ${reason} (${code})` })),
    ...(base === undefined ? [] : openedNetworks(base, head).map((opening) => ({ stack, ...opening }))),
  ];
});

/** The same thing said of the same resource; another address is another exposure. */
const markOf = ({ code, resource, type, reason }: Exposure): string => [code, resource, type, reason].join("\n");
