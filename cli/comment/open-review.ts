import { readFileSync } from "node:fs";
import { UserError } from "../user-error.ts";
import { pullRequestOf } from "./github-event.ts";
import { GithubReview } from "./github-review.ts";
import { GitlabReview } from "./gitlab-review.ts";
import { RestClient } from "./rest-client.ts";
import type { Review } from "./review.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface ReviewOptions {
  /** Number of the pull or merge request; absent: the one of the job. */
  readonly number?: number;
  /** GitHub: login of the account that the token is of. */
  readonly author?: string;
}

export type OpenedReview =
  | { readonly kind: "opened"; readonly review: Review; readonly runUrl?: string }
  /** There is a later commit, of which a later run speaks. */
  | { readonly kind: "outdated" };

/** A workflow's own token writes as this account. */
const workflowAuthor = "github-actions[bot]";

/**
 * Opens the pull or merge request of the CI job that this process runs in, by the variables that GitHub and GitLab set.
 *
 * @throws UserError where it is neither, or something is missing.
 */
export async function openReview(environment: Environment, options: ReviewOptions): Promise<OpenedReview> {
  if (environment["GITHUB_REPOSITORY"]) return await openGithub(environment, options);
  if (environment["CI_PROJECT_ID"]) return openGitlab(environment, options);
  throw new UserError(
    "This is no job of GitHub (GITHUB_REPOSITORY) or GitLab (CI_PROJECT_ID), so there is no request to comment on. To see the comment: tenantry comment plan.json --dry-run",
  );
}

async function openGithub(environment: Environment, options: ReviewOptions): Promise<OpenedReview> {
  const repository = needed(environment, "GITHUB_REPOSITORY", "GitHub sets it in every job");
  const token = needed(environment, "GITHUB_TOKEN", "the step has to pass it on: env: GITHUB_TOKEN, from github.token");
  const client = new RestClient({
    platform: "GitHub",
    baseUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
    },
  });
  const target = (number: number) => ({ repository, number, author: options.author ?? workflowAuthor });
  if (options.number !== undefined) return { kind: "opened", review: new GithubReview(client, target(options.number)) };
  const found = await pullRequestOf(eventOf(environment), client, repository);
  if (found.kind === "outdated") return found;
  const runUrl = found.runUrl ?? ownRunUrl(environment, repository);
  return { kind: "opened", review: new GithubReview(client, target(found.number)), ...(runUrl ? { runUrl } : {}) };
}

function eventOf(environment: Environment): unknown {
  const path = needed(environment, "GITHUB_EVENT_PATH", "GitHub sets it in every job, or give --number");
  return JSON.parse(readFileSync(path, "utf8"));
}

function ownRunUrl(environment: Environment, repository: string): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run } = environment;
  return server && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

function openGitlab(environment: Environment, options: ReviewOptions): OpenedReview {
  const project = needed(environment, "CI_PROJECT_ID", "GitLab sets it in every job");
  const baseUrl = needed(environment, "CI_API_V4_URL", "GitLab sets it in every job");
  const token = needed(
    environment,
    "TENANTRY_GITLAB_TOKEN",
    "a project access token with the scope api, as a masked variable: the job's own token may not write notes",
  );
  const number =
    options.number ??
    Number(needed(environment, "CI_MERGE_REQUEST_IID", "the job's rules must ask for merge_request_event"));
  const client = new RestClient({ platform: "GitLab", baseUrl, headers: { "private-token": token } });
  const runUrl = environment["CI_PIPELINE_URL"];
  return { kind: "opened", review: new GitlabReview(client, { project, number }), ...(runUrl ? { runUrl } : {}) };
}

function needed(environment: Environment, name: string, remedy: string): string {
  const value = environment[name];
  if (value) return value;
  throw new UserError(`${name} is not set: ${remedy}.`);
}
