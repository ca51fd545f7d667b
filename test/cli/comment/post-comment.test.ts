import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { GithubReview } from "../../../cli/comment/github-review.ts";
import { postComment } from "../../../cli/comment/post-comment.ts";
import { RestClient } from "../../../cli/comment/rest-client.ts";
import { UserError } from "../../../cli/user-error.ts";
import { FakeGithub } from "../../support/fake-github.ts";
import { FakePlatform, type PlatformAnswer } from "../../support/fake-platform.ts";

const marker = "<!-- tenantry:plan:fleet -->";
const text = (words: string): string => `${marker}\n## ${words}`;

describe("the one comment on a pull request (R-USE-2)", () => {
  let github: FakeGithub;
  let platform: FakePlatform;
  let waits: number[];
  const review = (): GithubReview => {
    const client = new RestClient({
      platform: "GitHub",
      baseUrl: platform.url,
      headers: { authorization: "Bearer ghs_secret" },
      wait: async (milliseconds) => void waits.push(milliseconds),
    });
    return new GithubReview(client, { repository: "o/r", number: 12, author: "github-actions[bot]" });
  };
  const post = (words: string) => postComment(review(), marker, text(words));
  const bodies = (): readonly string[] => github.comments.map(({ body }) => body);

  beforeEach(async () => {
    github = new FakeGithub();
    waits = [];
    platform = await FakePlatform.start(github.handle);
  });
  afterEach(() => platform.stop());

  it("is created, found again by its marker and edited, and left alone where nothing is new", async () => {
    github.add("a person's words", "maria");
    const created = await post("one");
    equal(created.kind, "created");
    deepEqual(await post("two"), { kind: "edited", id: created.id });
    deepEqual(await post("two"), { kind: "unchanged", id: created.id });
    deepEqual(bodies(), ["a person's words", text("two")]);
  });

  it("is found on the second page of comments", async () => {
    for (let index = 0; index < 150; index += 1) github.add(`${index}`, "maria");
    const { id } = github.add(text("old"));
    deepEqual(await post("new"), { kind: "edited", id });
    equal(github.comments.length, 151);
  });

  it("is never somebody else's comment with the marker, nor an own one that only quotes it", async () => {
    github.add(text("planted"), "mallory");
    github.add(`> ${marker}\nquoted`);
    equal((await post("ours")).kind, "created");
    deepEqual(bodies(), [text("planted"), `> ${marker}\nquoted`, text("ours")]);
  });

  it("is one after two runs at once, whichever comes first", async () => {
    await Promise.all([post("first"), post("second")]);
    equal(github.comments.length, 1);
    ok([text("first"), text("second")].includes(bodies()[0] ?? ""));
    deepEqual((await post("third")).id, github.comments[0]?.id);
    deepEqual(bodies(), [text("third")]);
  });

  it("is made one again where a broken run left two: the oldest stays", async () => {
    const { id } = github.add(text("old"));
    github.add(text("younger"));
    deepEqual(await post("new"), { kind: "edited", id });
    deepEqual(bodies(), [text("new")]);
  });

  it("is created anew where it is removed while it is edited", async () => {
    github.add(text("old"));
    let isRemoved = false;
    platform.handler = (request) => {
      if (request.method === "PATCH" && !isRemoved) {
        isRemoved = true;
        github.comments = [];
      }
      return github.handle(request);
    };
    equal((await post("new")).kind, "created");
    deepEqual(bodies(), [text("new")]);
  });

  const refusals: readonly [string, PlatformAnswer, RegExp][] = [
    [
      "no right to write",
      { status: 403, body: { message: "Resource not accessible by integration" } },
      /pull-requests: write.*docs\/ci\.md/,
    ],
    [
      "no such pull request",
      { status: 404, body: { message: "Not Found" } },
      /no such thing, or the token does not see it/,
    ],
    [
      "a token that has ended",
      { status: 401, body: { message: "Bad credentials" } },
      /The token is wrong or has ended/,
    ],
    ["an answer of another form", { status: 200, body: { items: [] } }, /another form/],
  ];
  for (const [what, answer, words] of refusals) {
    it(`says what to do about ${what}, without the token`, async () => {
      platform.handler = () => answer;
      await rejects(post("x"), (error) => {
        ok(error instanceof UserError);
        ok(words.test(error.message), error.message);
        ok(!error.message.includes("ghs_secret"));
        return true;
      });
      equal(platform.requests.length, 1);
    });
  }

  const limits: readonly [string, PlatformAnswer, number][] = [
    [
      "a second limit with its own time",
      { status: 403, headers: { "retry-after": "7" }, body: { message: "secondary rate limit" } },
      7000,
    ],
    ["too many requests", { status: 429, headers: { "retry-after": "3" } }, 3000],
    ["a server that fails", { status: 502 }, 2000],
  ];
  for (const [what, answer, wait] of limits) {
    it(`waits and tries again after ${what}`, async () => {
      let isFirst = true;
      platform.handler = (request) => {
        const wasFirst = isFirst;
        isFirst = false;
        return wasFirst ? answer : github.handle(request);
      };
      equal((await post("x")).kind, "created");
      deepEqual(waits, [wait]);
    });
  }

  it("says when to try again where the limit ends later than a job waits", async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 1800);
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
    platform.handler = () => ({ status: 403, headers, body: { message: "API rate limit exceeded" } });
    await rejects(post("x"), /limits the rate of requests for another 30 minutes/);
    deepEqual(waits, []);
  });

  it("gives up after four attempts, and says why", async () => {
    platform.handler = () => ({ status: 503, body: { message: "Unavailable" } });
    await rejects(post("x"), /failed 4 times: it answered 503 Unavailable/);
    deepEqual(waits, [2000, 4000, 8000]);
  });

  it("follows no redirection with its token", async () => {
    const other = await FakePlatform.start(() => ({ status: 200, body: [] }));
    platform.handler = () => ({ status: 302, headers: { location: other.url } });
    await rejects(post("x"), UserError);
    equal(other.requests.length, 0);
    await other.stop();
  });

  it("puts one label on and takes the others of its own off", async () => {
    github.labels = ["bug", "tenantry: safe"];
    await review().setLabel("tenantry: danger", ["tenantry: safe", "tenantry: needs approval"]);
    deepEqual(github.labels, ["bug", "tenantry: danger"]);
    await review().setLabel("tenantry: danger", ["tenantry: safe", "tenantry: needs approval"]);
    deepEqual(github.labels, ["bug", "tenantry: danger"]);
  });
});
