import { z } from "zod";
import { UserError } from "../user-error.ts";
import { checkedAnswer } from "./checked-answer.ts";
import type { RestClient } from "./rest-client.ts";

const PullRequestEvent = z.object({ pull_request: z.object({ number: z.number().int().positive() }) });
const WorkflowRunEvent = z.object({
  workflow_run: z.object({
    html_url: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: z.string(),
    head_repository: z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) }),
  }),
});
const Pull = z.object({
  number: z.number().int().positive(),
  head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
});

/** Which pull request a job is about. */
export type PullRequestOfEvent =
  | { readonly kind: "found"; readonly number: number; readonly runUrl?: string }
  /** The pull request has other commits by now or is closed: a later run speaks of it. */
  | { readonly kind: "outdated" };

/**
 * Finds the pull request in what GitHub itself says of the job (`GITHUB_EVENT_PATH`), and never in what a job of the pull
 * request left behind. After a `workflow_run` the event names no pull request of a fork: it is the open one whose head is
 * the commit that the run was of.
 *
 * @throws UserError where the event is of another kind, or names several.
 */
export async function pullRequestOf(
  event: unknown,
  client: RestClient,
  repository: string,
): Promise<PullRequestOfEvent> {
  const direct = PullRequestEvent.safeParse(event);
  if (direct.success) return { kind: "found", number: direct.data.pull_request.number };
  const after = WorkflowRunEvent.safeParse(event);
  if (!after.success) {
    throw new UserError(
      "This job's event is about no pull request; pull_request and workflow_run are. Or name it: --number 12",
    );
  }
  const { head_sha: sha, head_branch: branch, head_repository: head, html_url: runUrl } = after.data.workflow_run;
  const query = new URLSearchParams({ state: "open", head: `${head.owner.login}:${branch}`, per_page: "100" });
  const answer = await client.send("GET", `/repos/${repository}/pulls?${query}`);
  const pulls = checkedAnswer(answer, z.array(Pull), {
    platform: "GitHub",
    what: "looking for the pull request of the run",
    permission: "the job needs `permissions: pull-requests: write`",
  });
  const [found, ...others] = pulls.filter(
    ({ head: { sha: at, repo } }) => at === sha && repo?.full_name === head.full_name,
  );
  if (found === undefined) return { kind: "outdated" };
  if (others.length === 0) return { kind: "found", number: found.number, runUrl };
  const numbers = [found, ...others].map(({ number }) => `#${number}`).join(", ");
  throw new UserError(
    `The commit is the head of several pull requests (${numbers}), and a run does not say of which it was. Close all but one.`,
  );
}
