import { deepEqual, equal, rejects } from "node:assert/strict";
import { GitlabReview } from "../../../cli/comment/gitlab-review.ts";
import { postComment } from "../../../cli/comment/post-comment.ts";
import { RestClient } from "../../../cli/comment/rest-client.ts";
import { FakePlatform, type PlatformAnswer, type PlatformRequest } from "../../support/fake-platform.ts";

const marker = "<!-- tenantry:plan:fleet -->";

describe("the one note on a merge request of GitLab (R-USE-2)", () => {
  let platform: FakePlatform;
  let notes: { id: number; body: string; author: { id: number } }[];
  const start = "/projects/group%2Ffleet/merge_requests/7";

  const handle = ({ method, path, body }: PlatformRequest): PlatformAnswer | undefined => {
    const routes: Readonly<Record<string, () => PlatformAnswer>> = {
      "GET /user": () => ({ status: 200, body: { id: 42 } }),
      [`GET ${start}/notes`]: () => ({ status: 200, body: notes }),
      [`GET ${start}/diffs`]: () => ({
        status: 200,
        body: [{ old_path: "tenants/a.yaml", new_path: "tenants/b.yaml" }],
      }),
      [`POST ${start}/notes`]: () => ({ status: 201, body: add(body) }),
      [`PUT ${start}/notes/2`]: () => ({ status: 200, body: Object.assign(notes[1] ?? {}, body) }),
      [`PUT ${start}`]: () => ({ status: 200, body: {} }),
    };
    return routes[`${method} ${path.replace(/\?.*/, "")}`]?.();
  };
  const add = (body: unknown) => {
    const created = { id: notes.length + 1, ...(body as { body: string }), author: { id: 42 } };
    notes.push(created);
    return created;
  };
  const review = (): GitlabReview => {
    const client = new RestClient({ platform: "GitLab", baseUrl: platform.url, headers: { "private-token": "glpat" } });
    return new GitlabReview(client, { project: "group/fleet", number: 7 });
  };

  beforeEach(async () => {
    notes = [{ id: 1, body: `${marker}\nplanted`, author: { id: 7 } }];
    platform = await FakePlatform.start(handle);
  });
  afterEach(() => platform.stop());

  it("is created and edited by the account of the token, and never somebody else's", async () => {
    equal((await postComment(review(), marker, `${marker}\none`)).kind, "created");
    deepEqual(await postComment(review(), marker, `${marker}\ntwo`), { kind: "edited", id: 2 });
    deepEqual(
      notes.map(({ body }) => body),
      [`${marker}\nplanted`, `${marker}\ntwo`],
    );
  });

  it("sets one label in one request, and lists both names of a renamed file", async () => {
    await review().setLabel("tenantry: danger", ["tenantry: safe", "tenantry: needs approval"]);
    deepEqual(platform.requests.at(-1)?.body, {
      add_labels: "tenantry: danger",
      remove_labels: "tenantry: safe,tenantry: needs approval",
    });
    deepEqual(await review().changedPaths(), ["tenants/b.yaml", "tenants/a.yaml"]);
  });

  it("says which token is needed where it may not write", async () => {
    platform.handler = () => ({ status: 403, body: { message: "403 Forbidden" } });
    await rejects(review().ownComments(), /asking whose the token is of merge request !7 was refused.*scope `api`/);
  });
});
