import type { GateExceptionSpec } from "../../model/specs/gate-exception-spec.ts";
import type { GateException } from "./gate.ts";

/** A file's `exceptions` as gates look at them. */
export const writtenExceptions = (exceptions: readonly GateExceptionSpec[] = []): readonly GateException[] =>
  exceptions.map(({ approved_by: approvedBy, property, ...exception }) => ({
    ...exception,
    approvedBy,
    ...(property === undefined ? {} : { property }),
  }));
