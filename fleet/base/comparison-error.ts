/** Why two sides cannot be compared: something a person can mend, worded to say what to type next. */
export class ComparisonError extends Error {
  override readonly name = "ComparisonError";
}
