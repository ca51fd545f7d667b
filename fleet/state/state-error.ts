/** Recorded state cannot be used as it was given; the message says what was found and what to type next. */
export class StateError extends Error {
  override readonly name = "StateError";
}
