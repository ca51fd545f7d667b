import { problemLine } from "../../model/problem-line.ts";
import { ProblemsError } from "../../model/problems.ts";
import { StateError } from "../state/state-error.ts";
import { isRunError } from "../synth/run-error.ts";
import type { PlanFailure } from "./fleet-plan.ts";

/** A stack that could not be planned or synthesised, for a person: what is wrong, and where it is to be mended. */
export function planFailure(stack: string, side: PlanFailure["side"], error: unknown): PlanFailure {
  if (error instanceof ProblemsError) {
    const [first] = error.problems;
    return {
      stack,
      side,
      message: error.problems.map(problemLine).join("\n"),
      ...(first === undefined ? {} : { place: `${first.file}:${first.line}:${first.column}` }),
    };
  }
  // Both sides of a comparison with recorded state fail with it; the record is at fault.
  if (error instanceof StateError) return { stack, side: "base", message: error.message };
  return { stack, side, message: isRunError(error) ? error.message : textOf(error) };
}

/** Of a defect of the program the first line of its stack that is not the runtime's is worth more than its message. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frame = error.stack?.split("\n").find((line) => /^\s+at .*\.ts:\d+/.test(line));
  return frame === undefined ? error.message : `${error.message} (${frame.trim()})`;
}
