/** What a command's end means, the same for all of them. */
export const exitCodes = {
  fine: 0,
  error: 1,
  /** Only with `--detailed-exitcode`. */
  changes: 2,
  badFile: 3,
  interrupted: 130,
} as const;
