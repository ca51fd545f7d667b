import { type Gate, gateOf } from "./gate.ts";

/** Nothing that holds data is deleted, be it that the cloud keeps it: no stack would look after it any more. */
export const dataBearingDelete: Gate = gateOf("data-bearing-delete", ({ stack, difference }) =>
  difference.operations
    .filter(({ op, isDataBearing }) => op === "delete" && isDataBearing)
    .map(({ name, type, isRetained }) => ({
      stack,
      resource: name,
      reason: isRetained
        ? `${type} would leave the stack: it stays in the cloud with its data, and no stack looks after it any more`
        : `${type} would be deleted with its data`,
    })),
);
