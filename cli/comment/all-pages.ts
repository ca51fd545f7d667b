import { z } from "zod";
import { checkedAnswer, type RefusalWords } from "./checked-answer.ts";
import type { RestClient } from "./rest-client.ts";

/** The most that GitHub and GitLab put on a page. */
const pageSize = 100;

/** Every item of a list that a platform hands out page by page. @throws UserError in `words` where a page is refused. */
export async function allPages<Schema extends z.ZodType>(
  client: RestClient,
  path: string,
  schema: Schema,
  words: RefusalWords,
): Promise<readonly z.infer<Schema>[]> {
  const all: z.infer<Schema>[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await client.send("GET", `${path}?per_page=${pageSize}&page=${page}`);
    const items = checkedAnswer(answer, z.array(schema), words);
    all.push(...items);
    if (items.length < pageSize) return all;
  }
}
