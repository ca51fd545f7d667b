import type { SourceDocument } from "../files/document.ts";
import { findUnemittedMetrics } from "../model/alarmed-metrics.ts";
import type { Problem } from "../model/problems.ts";
import type { ApplicationSpec } from "../model/specs/application-spec.ts";

/** A problem for each metric that an alarm looks at and `application.yaml` does not emit, at the metric or where it is missing. */
export const findUnemittedProblems = (spec: ApplicationSpec, document: SourceDocument): readonly Problem[] =>
  findUnemittedMetrics(spec).map(({ name, dimensions, level, reason }) => ({
    ...document.placeOf(name in spec.metrics ? ["metrics", name] : ["metrics"]),
    code: "APPLICATION_METRIC_UNEMITTED",
    path: `metrics.${name}`,
    message: `an alarm of tenants at isolation ${level} looks at ${name}, and nobody emits it: ${reason}`,
    allowed: `${name} with the dimensions ${dimensions.join(", ")}, emitted at ${level}`,
    suggestion: "declare the metric under `metrics`, and let the application emit it",
  }));
