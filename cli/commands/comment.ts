import { readFileSync, statSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { planMarker } from "../../fleet/report/markdown/head.ts";
import { readPlan } from "../../fleet/report/read-plan.ts";
import { commentText, programFilesIn } from "../comment/comment-text.ts";
import { labelFor } from "../comment/labels.ts";
import { type OpenedReview, openReview, type ReviewOptions } from "../comment/open-review.ts";
import { postComment } from "../comment/post-comment.ts";
import { exitCodes } from "../exit-codes.ts";
import { UserError } from "../user-error.ts";

const about = `Writes what tenantry plan found as the one comment of a pull request (GitHub) or merge request (GitLab), in a CI job.

The comment is found again by its first, hidden line and edited; it is never doubled. Its text is written anew from the
plan's data, which may come from anybody: no word of it is taken over as Markdown. A label says how safe it is.
Which request it is, GitHub and GitLab themselves say to the job, and nothing in the file does.`;

const more = `
Examples:
  tenantry comment plan.json                      in a job of GitHub (GITHUB_TOKEN) or GitLab (TENANTRY_GITLAB_TOKEN)
  tenantry comment plan.json --dry-run            prints the comment

Exit codes: 0 fine, also where a later commit made the plan outdated, 1 error, 3 the file is no plan.`;

interface Options extends ReviewOptions {
  readonly fleet?: string;
  readonly dryRun?: true;
}

/** `tenantry comment`: a plan as the one comment of a pull request. */
export function commentCommand(): Command {
  return new Command("comment")
    .description(about)
    .argument("<plan>", "the file that tenantry plan --output wrote")
    .option("--number <number>", "the request to comment on (default: the job's)", wholeNumber)
    .option("--author <login>", "GitHub: whom the token is of (default: github-actions[bot])")
    .option("--fleet <name>", "where one repository has several fleets: whose comment it is")
    .option("--dry-run", "prints the comment, and writes none")
    .addHelpText("after", more)
    .action(comment);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("a number of a pull or merge request is a whole number above 0.");
}

async function comment(file: string, options: Options): Promise<void> {
  const plan = planIn(file);
  if (options.dryRun) {
    process.stdout.write(`${commentText(plan, { ...fleetOf(options), ownProgram: [] }).body}\n`);
    return;
  }
  const opened = await openReview(process.env, options);
  process.stderr.write(`${await post(plan, opened, options)}\n`);
}

/** Writes comment and label; what was done, in words. */
async function post(plan: FleetPlan, opened: OpenedReview, options: Options): Promise<string> {
  if (opened.kind === "outdated") {
    return "No open pull request has the commit of this plan as its head any more: nothing is written, a later run speaks of the later commit.";
  }
  const { review, runUrl } = opened;
  const paths = await review.changedPaths();
  const { body, kind } = commentText(plan, {
    ...fleetOf(options),
    ...(runUrl === undefined ? {} : { artifactUrl: runUrl }),
    ownProgram: paths === undefined ? undefined : programFilesIn(paths),
  });
  const posted = await postComment(review, planMarker(options.fleet), body);
  const { label, others } = labelFor(kind);
  await review.setLabel(label, others);
  return `Comment ${posted.id} on ${review.name} ${posted.kind}, label "${label}".`;
}

const fleetOf = ({ fleet }: Options): { readonly fleet?: string } => (fleet === undefined ? {} : { fleet });

/** A plan of 10,000 tenants has a few megabytes; a file of somebody else's may have any size. */
const mostBytes = 200 * 1024 ** 2;

function planIn(file: string): FleetPlan {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new UserError(`${file} is ${found ? "no file" : "not there"}. Type first: tenantry plan --output ${file}`);
  if (found.size > mostBytes)
    throw new UserError(`${file} has ${found.size} bytes; ${mostBytes} are allowed.`, exitCodes.badFile);
  const reading = readPlan(readFileSync(file, "utf8"));
  if (reading.kind === "read") return reading.plan;
  throw new UserError(`${file}: ${reading.reason}. Write it anew: tenantry plan --output ${file}`, exitCodes.badFile);
}
