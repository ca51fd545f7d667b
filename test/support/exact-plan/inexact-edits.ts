/** An edit on which the prediction cannot be the engine's own, and why. */
interface InexactEdit {
  readonly stack: string;
  readonly name: string;
  readonly reason: string;
}

/** Every edit of the catalogue on which prediction and engine may differ; none is left out of the run for it. */
export const inexactEdits: readonly InexactEdit[] = [];
