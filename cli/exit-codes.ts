/** What a command's end means, the same for all of them. */
export const exitCodes = {
  fine: 0,
  error: 1,
  /** Only with `--detailed-exitcode`. */
  changes: 2,
  badFile: 3,
  /** A gate or a policy refuses. */
  refused: 4,
  /** Only the cost gate refuses. */
  budget: 5,
  interrupted: 130,
} as const;
