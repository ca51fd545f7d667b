import { deepEqual, rejects } from "node:assert/strict";
import { pullRequestOf } from "../../../cli/comment/github-event.ts";
import { RestClient } from "../../../cli/comment/rest-client.ts";
import { FakeGithub } from "../../support/fake-github.ts";
import { FakePlatform } from "../../support/fake-platform.ts";

const sha = "a".repeat(40);
const runUrl = "https://github.example/o/r/actions/runs/5";
const run = {
  workflow_run: {
    html_url: runUrl,
    head_sha: sha,
    head_branch: "more users&state=all",
    head_repository: { full_name: "fork/r", owner: { login: "fork" } },
    pull_requests: [{ number: 66 }],
  },
};
const pull = (number: number, at = sha, repository: string | null = "fork/r") => ({
  number,
  head: { sha: at, repo: repository === null ? null : { full_name: repository } },
});

describe("which pull request a job is about (R-USE-2)", () => {
  let github: FakeGithub;
  let platform: FakePlatform;
  const find = (event: unknown) =>
    pullRequestOf(event, new RestClient({ platform: "GitHub", baseUrl: platform.url, headers: {} }), "o/r");

  beforeEach(async () => {
    github = new FakeGithub();
    platform = await FakePlatform.start(github.handle);
  });
  afterEach(() => platform.stop());

  it("is the event's own, without a question", async () => {
    deepEqual(await find({ pull_request: { number: 12 } }), { kind: "found", number: 12 });
    deepEqual(platform.requests, []);
  });

  it("is, after a run of a fork, the open one that has the run's commit as its head", async () => {
    github.pulls = [pull(11, "b".repeat(40)), pull(12), pull(13, sha, "other/r"), pull(14, sha, null)];
    deepEqual(await find(run), { kind: "found", number: 12, runUrl });
    deepEqual(
      platform.requests.map(({ path }) => path),
      ["/repos/o/r/pulls?state=open&head=fork%3Amore+users%26state%3Dall&per_page=100"],
    );
  });

  it("is none where the head has moved on", async () => {
    github.pulls = [pull(12, "b".repeat(40))];
    deepEqual(await find(run), { kind: "outdated" });
  });

  it("is asked for where several have the commit, and where the event is about none", async () => {
    github.pulls = [pull(12), pull(15)];
    await rejects(find(run), /several pull requests \(#12, #15\)/);
    await rejects(find({ ref: "refs/heads/main" }), /Or name it: --number 12/);
  });
});
