import type { z } from "zod";
import { UserError } from "../user-error.ts";
import { type Answer, messageOf } from "./rest-client.ts";

/** What a refusal of the platform means here. */
export interface RefusalWords {
  readonly platform: string;
  /** What was asked: `reading the comments of pull request #12`. */
  readonly what: string;
  /** What the token has to be allowed, and how it gets that. */
  readonly permission: string;
}

/**
 * The answer's body in the form that is needed.
 *
 * @throws UserError with what to do, where the platform refused or answered in another form.
 */
export function checkedAnswer<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
  words: RefusalWords,
): z.infer<Schema> {
  if (answer.status >= 200 && answer.status < 300) {
    const read = schema.safeParse(answer.body);
    if (read.success) return read.data;
    throw new UserError(`${words.platform}: ${words.what}: the answer has another form than its documentation says.`);
  }
  throw refusal(answer, words);
}

/** A refusal, worded. */
export function refusal(answer: Answer, { platform, what, permission }: RefusalWords): UserError {
  const { status } = answer;
  const said = messageOf(answer);
  const start = `${platform}: ${what} was refused (${status}${said === "" ? "" : `, ${said}`}).`;
  if (status === 401) return new UserError(`${start} The token is wrong or has ended: give another one.`);
  if (status === 403) return new UserError(`${start} The token may not do that: ${permission}.`);
  if (status === 404) {
    return new UserError(`${start} There is no such thing, or the token does not see it: ${permission}.`);
  }
  return new UserError(start);
}
