import type { StackResources } from "./stack-resources.ts";

/** A right that is one fact: this one may do that there. */
export interface Right {
  /** What makes it up; `*` stands for any. Two rights with other parts before the first difference are not compared. */
  readonly parts: readonly string[];
  /** Logical name of the resource that gives it. */
  readonly resource: string;
  readonly property: string;
  /** What it lets whom do: `tenant-t7k3m9qd may use CREATE on the schema t_t7k3m9qd`. */
  readonly words: string;
}

/** Rights of one kind that a side gives. */
export type RightsOf = (side: StackResources) => readonly Right[];

/** A value for a person and for a comparison: text as it is. */
export const wordOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");

/** Values of an input that is a list, or nothing. */
export const listOf = (value: unknown): readonly string[] => [value ?? []].flat().map(wordOf);

/** The same, with `*` for a list that is empty or not there: the API's word for all. */
export function listOrAll(value: unknown): readonly string[] {
  const list = listOf(value);
  return list.length === 0 ? ["*"] : list;
}
