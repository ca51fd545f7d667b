import type { Operation } from "../diff/stack-difference.ts";
import { nameOfUrn } from "../synth/urn.ts";
import { type Gate, type GateFinding, gateOf } from "./gate.ts";

/**
 * Nothing that holds data is replaced: the new one is empty. Each property that forces it is a finding of its own, so
 * that an exception for one does not let another through.
 */
export const dataBearingReplace: Gate = gateOf("data-bearing-replace", ({ stack, difference }) =>
  difference.operations
    .filter(({ op, isDataBearing }) => op === "replace" && isDataBearing)
    .flatMap((operation) => causesOf(operation).map((cause) => ({ stack, resource: operation.name, ...cause }))),
);

type Cause = Pick<GateFinding, "property" | "reason">;

function causesOf(operation: Operation): readonly Cause[] {
  const { type, properties, replacedWith } = operation;
  const forcing = properties.filter(({ forcesReplace }) => forcesReplace !== undefined);
  if (forcing.length > 0) {
    return forcing.map(({ path }) => ({
      property: path,
      reason: `${type} would be replaced because ${path} cannot change in place: the new one is empty${fate(operation)}`,
    }));
  }
  const because =
    replacedWith === undefined ? "" : ` because ${nameOfUrn(replacedWith)}, which it hangs on, is replaced`;
  return [{ reason: `${type} would be replaced${because}: the new one is empty${fate(operation)}` }];
}

const fate = ({ isRetained, deletesFirst }: Operation): string => {
  if (isRetained) return "; the old one stays in the cloud, and no stack looks after it any more";
  return deletesFirst ? "; the old one is deleted before the new one is made" : "; the old one is deleted afterwards";
};
