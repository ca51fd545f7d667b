import type { PlatformAnswer, PlatformRequest } from "./fake-platform.ts";

interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
}

/** GitHub's comments, labels, files and pull requests of one repository, as far as `tenantry comment` asks for them. */
export class FakeGithub {
  comments: FakeComment[] = [];
  labels: string[] = [];
  files: { readonly filename: string; readonly previous_filename?: string }[] = [];
  pulls: unknown[] = [];
  #next = 100;

  add(body: string, login = "github-actions[bot]"): FakeComment {
    const comment = { id: this.#next, body, user: { login } };
    this.#next += 1;
    this.comments.push(comment);
    return comment;
  }

  readonly handle = ({ method, path, body }: PlatformRequest): PlatformAnswer | undefined => {
    const url = new URL(path, "http://github.example");
    const page = <Item>(items: readonly Item[]): PlatformAnswer => {
      const number = Number(url.searchParams.get("page") ?? 1);
      return { status: 200, body: items.slice((number - 1) * 100, number * 100) };
    };
    const routes: Readonly<Record<string, () => PlatformAnswer>> = {
      "GET /repos/o/r/issues/12/comments": () => page(this.comments),
      "POST /repos/o/r/issues/12/comments": () => ({ status: 201, body: this.add((body as { body: string }).body) }),
      "GET /repos/o/r/issues/12/labels": () => page(this.labels.map((name) => ({ name }))),
      "POST /repos/o/r/issues/12/labels": () => {
        this.labels.push(...(body as { labels: string[] }).labels);
        return { status: 200, body: this.labels };
      },
      "GET /repos/o/r/pulls/12/files": () => page(this.files),
      "GET /repos/o/r/pulls": () => ({ status: 200, body: this.pulls }),
    };
    return routes[`${method} ${url.pathname}`]?.() ?? this.#one(method, url.pathname, body);
  };

  #one(method: string, path: string, body: unknown): PlatformAnswer | undefined {
    const label = /^\/repos\/o\/r\/issues\/12\/labels\/(.+)$/.exec(path)?.[1];
    if (label !== undefined && method === "DELETE") {
      this.labels = this.labels.filter((each) => each !== decodeURIComponent(label));
      return { status: 200, body: this.labels };
    }
    const id = Number(/^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(path)?.[1]);
    const comment = this.comments.find((each) => each.id === id);
    if (comment === undefined) return undefined;
    if (method === "DELETE") {
      this.comments = this.comments.filter((each) => each !== comment);
      return { status: 204 };
    }
    comment.body = (body as { body: string }).body;
    return { status: 200, body: comment };
  }
}
