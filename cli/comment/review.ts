/** A comment of this author on a pull or merge request. */
export interface ReviewComment {
  /** Grows with time: of two comments, the one with the smaller id is older. */
  readonly id: number;
  readonly body: string;
}

/** A pull request or a merge request, on whichever platform. All refuse with a UserError that says how to mend it. */
export interface Review {
  /** `pull request #12`, for a person. */
  readonly name: string;
  /** Comments by the account that writes here, and by nobody else: anybody may write the marker into theirs. */
  ownComments(): Promise<readonly ReviewComment[]>;
  create(body: string): Promise<ReviewComment>;
  /** False where the comment is gone. */
  edit(id: number, body: string): Promise<boolean>;
  /** One that is gone already is fine. */
  remove(id: number): Promise<void>;
  /** Puts `label` on, and takes `others` off where they are. */
  setLabel(label: string, others: readonly string[]): Promise<void>;
  /** Paths of all files that the request changes, old names of renamed ones among them; undefined: too many to list. */
  changedPaths(): Promise<readonly string[] | undefined>;
}
