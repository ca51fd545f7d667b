import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { code } from "../../fleet/report/markdown/inert.ts";
import { planMarkdown } from "../../fleet/report/markdown/plan-markdown.ts";
import { type PlanVerdict, planVerdict } from "../../fleet/report/plan-verdict.ts";

/** What a plan says on a pull request. */
export interface CommentText {
  readonly body: string;
  /** What it is labelled as. */
  readonly kind: PlanVerdict["kind"];
}

export interface CommentContext {
  /** Tells several fleets of one repository apart. */
  readonly fleet?: string;
  readonly artifactUrl?: string;
  /** Files that decide what a plan says, and that the change itself changes; undefined: too many files to know. */
  readonly ownProgram: readonly string[] | undefined;
}

/** Of GitHub's 65,536 characters, what the plan itself may take; the note below stays within the rest. */
const maximumBytes = 59_000;
const mostFiles = 5;

/**
 * The comment's text, written anew from the plan's data, so that whoever made the plan chose no word of it. A change of
 * the program itself made its own plan: it says so, and is never labelled safe.
 */
export function commentText(plan: FleetPlan, { fleet, artifactUrl, ownProgram }: CommentContext): CommentText {
  const { kind } = planVerdict(plan);
  const body = planMarkdown(plan, {
    maximumBytes,
    ...(fleet === undefined ? {} : { fleet }),
    ...(artifactUrl === undefined ? {} : { artifactUrl }),
  });
  if (ownProgram?.length === 0) return { body, kind };
  return { body: withNote(body, note(ownProgram)), kind: kind === "safe" ? "needs-approval" : kind };
}

/** After the marker and the heading, so that it stands in the first lines. */
function withNote(body: string, line: string): string {
  const [marker = "", heading = "", ...rest] = body.split("\n");
  return [marker, heading, line, ...rest].join("\n");
}

function note(files: readonly string[] | undefined): string {
  if (files === undefined)
    return `> ⚠️ So many files change that it is not known whether the program of this plan does. ${advice}`;
  const named = files.slice(0, mostFiles).map((file) => code(file, 120));
  const more = files.length > mostFiles ? ` and ${files.length - mostFiles} more` : "";
  return `> ⚠️ This change made its own plan: it edits what plans are made with (${named.join(", ")}${more}). ${advice}`;
}

const advice = "Read those files before you believe the line above.";

/** Files that are read as data and run nothing: a plan of these alone is the merged program's. */
const data: readonly RegExp[] = [
  /^(?:tenants|tiers|cells)\/[^/]+\.ya?ml$/,
  /^fleet\.ya?ml$/,
  /^application\/(?:application\.ya?ml|.+\.sql)$/,
  /^docs\/.+\.md$/,
  /^[^/]+\.md$/,
];

/** Of changed files those that could change what a plan says of the others. Sorted. */
export const programFilesIn = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !data.some((pattern) => pattern.test(path))).toSorted();
