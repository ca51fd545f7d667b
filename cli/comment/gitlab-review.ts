import { z } from "zod";
import { allPages } from "./all-pages.ts";
import { checkedAnswer, type RefusalWords, refusal } from "./checked-answer.ts";
import type { RestClient } from "./rest-client.ts";
import type { Review, ReviewComment } from "./review.ts";

const Note = z.object({ id: z.number(), body: z.string(), author: z.object({ id: z.number() }) });
const User = z.object({ id: z.number() });
const Diff = z.object({ new_path: z.string(), old_path: z.string() });

/** A merge request may have more changed files than GitLab lists; its own limit is the instance's to set. */
const mostFiles = 3000;

export interface GitlabTarget {
  /** Number of the project, or its path. */
  readonly project: string;
  /** The merge request's number within the project (`iid`). */
  readonly number: number;
}

/** A merge request on GitLab, by version 4 of its REST interface. */
export class GitlabReview implements Review {
  readonly name: string;
  readonly #client: RestClient;
  readonly #path: string;
  #self: number | undefined;

  constructor(client: RestClient, { project, number }: GitlabTarget) {
    this.name = `merge request !${number}`;
    this.#client = client;
    this.#path = `/projects/${encodeURIComponent(project)}/merge_requests/${number}`;
  }

  async ownComments(): Promise<readonly ReviewComment[]> {
    const self = await this.#ownId();
    const notes = await allPages(this.#client, `${this.#path}/notes`, Note, this.#words("reading the notes"));
    return notes.filter(({ author }) => author.id === self).map(({ id, body }) => ({ id, body }));
  }

  async create(body: string): Promise<ReviewComment> {
    const answer = await this.#client.send("POST", `${this.#path}/notes`, { body });
    const { id } = checkedAnswer(answer, Note, this.#words("writing a note"));
    return { id, body };
  }

  async edit(id: number, body: string): Promise<boolean> {
    const answer = await this.#client.send("PUT", `${this.#path}/notes/${id}`, { body });
    if (answer.status === 404) return false;
    checkedAnswer(answer, Note, this.#words("editing the note"));
    return true;
  }

  async remove(id: number): Promise<void> {
    const answer = await this.#client.send("DELETE", `${this.#path}/notes/${id}`);
    if (answer.status >= 300 && answer.status !== 404) throw refusal(answer, this.#words("removing a second note"));
  }

  async setLabel(label: string, others: readonly string[]): Promise<void> {
    const change = { add_labels: label, remove_labels: others.join(",") };
    const answer = await this.#client.send("PUT", this.#path, change);
    checkedAnswer(answer, z.object({}), this.#words(`putting the label "${label}" on`));
  }

  async changedPaths(): Promise<readonly string[] | undefined> {
    const diffs = await allPages(this.#client, `${this.#path}/diffs`, Diff, this.#words("listing the changed files"));
    if (diffs.length >= mostFiles) return undefined;
    return [...new Set(diffs.flatMap(({ new_path: after, old_path: before }) => [after, before]))];
  }

  /** Whom the token is of: a project's or group's access token is an account of its own. */
  async #ownId(): Promise<number> {
    this.#self ??= checkedAnswer(
      await this.#client.send("GET", "/user"),
      User,
      this.#words("asking whose the token is"),
    ).id;
    return this.#self;
  }

  #words(what: string): RefusalWords {
    return {
      platform: "GitLab",
      what: `${what} of ${this.name}`,
      permission: "a project access token with the scope `api` and the role Reporter or higher is needed (docs/ci.md)",
    };
  }
}
