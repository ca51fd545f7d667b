import { z } from "zod";
import { allPages } from "./all-pages.ts";
import { checkedAnswer, type RefusalWords, refusal } from "./checked-answer.ts";
import type { RestClient } from "./rest-client.ts";
import type { Review, ReviewComment } from "./review.ts";

const Comment = z.object({
  id: z.number(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullable(),
});
const ChangedFile = z.object({ filename: z.string(), previous_filename: z.string().optional() });

/** GitHub lists so many changed files at most (https://docs.github.com/rest/pulls/pulls#list-pull-requests-files). */
const mostFiles = 3000;

export interface GithubTarget {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  /** Login of the account that the token is of: `github-actions[bot]` for a workflow's own. */
  readonly author: string;
}

/** A pull request on GitHub, by the REST interface of version 2022-11-28. */
export class GithubReview implements Review {
  readonly name: string;
  readonly #client: RestClient;
  readonly #repository: string;
  readonly #number: number;
  readonly #author: string;

  constructor(client: RestClient, { repository, number, author }: GithubTarget) {
    this.name = `pull request #${number}`;
    this.#client = client;
    this.#repository = `/repos/${repository}`;
    this.#number = number;
    this.#author = author;
  }

  async ownComments(): Promise<readonly ReviewComment[]> {
    const path = `${this.#repository}/issues/${this.#number}/comments`;
    const comments = await allPages(this.#client, path, Comment, this.#words("reading the comments"));
    return comments
      .filter(({ user }) => user?.login === this.#author)
      .map(({ id, body }) => ({ id, body: body ?? "" }));
  }

  async create(body: string): Promise<ReviewComment> {
    const answer = await this.#client.send("POST", `${this.#repository}/issues/${this.#number}/comments`, { body });
    const { id } = checkedAnswer(answer, Comment, this.#words("writing a comment"));
    return { id, body };
  }

  async edit(id: number, body: string): Promise<boolean> {
    const answer = await this.#client.send("PATCH", `${this.#repository}/issues/comments/${id}`, { body });
    if (answer.status === 404) return false;
    checkedAnswer(answer, Comment, this.#words("editing the comment"));
    return true;
  }

  async remove(id: number): Promise<void> {
    const answer = await this.#client.send("DELETE", `${this.#repository}/issues/comments/${id}`);
    if (answer.status >= 300 && answer.status !== 404) throw refusal(answer, this.#words("removing a second comment"));
  }

  async setLabel(label: string, others: readonly string[]): Promise<void> {
    const path = `${this.#repository}/issues/${this.#number}/labels`;
    const labels = await allPages(
      this.#client,
      path,
      z.object({ name: z.string() }),
      this.#words("reading the labels"),
    );
    const names = new Set(labels.map(({ name }) => name));
    if (!names.has(label)) {
      const added = await this.#client.send("POST", path, { labels: [label] });
      checkedAnswer(added, z.array(z.unknown()), this.#words(`putting the label "${label}" on`));
    }
    for (const other of others.filter((each) => names.has(each))) {
      const removed = await this.#client.send("DELETE", `${path}/${encodeURIComponent(other)}`);
      if (removed.status >= 300 && removed.status !== 404) {
        throw refusal(removed, this.#words(`taking the label "${other}" off`));
      }
    }
  }

  async changedPaths(): Promise<readonly string[] | undefined> {
    const path = `${this.#repository}/pulls/${this.#number}/files`;
    const files = await allPages(this.#client, path, ChangedFile, this.#words("listing the changed files"));
    if (files.length >= mostFiles) return undefined;
    return files.flatMap(({ filename, previous_filename: before }) =>
      before === undefined ? [filename] : [filename, before],
    );
  }

  #words(what: string): RefusalWords {
    return {
      platform: "GitHub",
      what: `${what} of ${this.name}`,
      permission:
        "the job needs `permissions: pull-requests: write`, which a pull request from a fork gets in a workflow_run workflow only (docs/ci.md)",
    };
  }
}
