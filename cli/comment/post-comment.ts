import { UserError } from "../user-error.ts";
import type { Review, ReviewComment } from "./review.ts";

/** What became of the comment. */
export type PostedComment = { readonly kind: "created" | "edited" | "unchanged"; readonly id: number };

/** A comment that keeps being removed while it is edited is somebody's decision. */
const attempts = 3;

/**
 * Writes the one comment that begins with `marker`: edits it where it is there, creates it where it is not. Of several,
 * which two runs at once may leave, the oldest is kept; each run ends with that one holding its own text.
 *
 * @param body begins with the line `marker`.
 * @throws UserError where the platform refuses.
 */
export async function postComment(review: Review, marker: string, body: string): Promise<PostedComment> {
  let created: number | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await oldestOf(review, marker);
    if (kept === undefined) {
      created = (await review.create(body)).id;
      continue;
    }
    const kind = await settle(review, kept, body);
    if (kind !== "gone") return { kind: kept.id === created ? "created" : kind, id: kept.id };
  }
  throw new UserError(
    `The comment on ${review.name} was removed ${attempts} times while it was written. Run the job again, or see who removes it.`,
  );
}

async function settle(review: Review, { id, body: written }: ReviewComment, body: string) {
  // A platform may keep a text without the white space at its end.
  if (written.trimEnd() === body.trimEnd()) return "unchanged";
  return (await review.edit(id, body)) ? "edited" : "gone";
}

/** The oldest own comment with the marker as its first line; younger ones are removed. */
async function oldestOf(review: Review, marker: string): Promise<ReviewComment | undefined> {
  const comments = await review.ownComments();
  const [oldest, ...others] = comments
    .filter(({ body }) => body.split(/\r?\n/, 1)[0] === marker)
    .toSorted((one, other) => one.id - other.id);
  for (const { id } of others) await review.remove(id);
  return oldest;
}
