import type { PlanProgress } from "../../fleet/plan/plan-tally.ts";

/** Often enough to see it move, seldom enough to cost nothing. */
const intervalMilliseconds = 100;
/** A short run ends before anybody wonders. */
const quietMilliseconds = 500;

/** One line on standard error that says how far a plan has come, how fast it goes and how long it will take. */
export class PlanProgressLine {
  readonly #isShown = process.stderr.isTTY === true;
  readonly #startedAt = performance.now();
  #shownAt = 0;
  #hasLine = false;

  readonly show = (progress: PlanProgress): void => {
    const now = performance.now();
    if (!this.#isShown || now - this.#startedAt < quietMilliseconds || now - this.#shownAt < intervalMilliseconds)
      return;
    this.#shownAt = now;
    this.#hasLine = true;
    process.stderr.write(`\r\u001b[K${progressText(progress, (now - this.#startedAt) / 1000)}`);
  };

  /** Takes the line away, so that what follows begins on a clean one. */
  end(): void {
    if (this.#hasLine) process.stderr.write("\r\u001b[K");
  }
}

/** `3,120 of 9,400 stacks · 410/s · 15 s left`. */
export function progressText({ done, total }: PlanProgress, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? Math.ceil((total - done) / rate) : undefined;
  return [
    `${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} stacks`,
    `${Math.round(rate).toLocaleString("en-US")}/s`,
    ...(left === undefined ? [] : [`${left} s left`]),
  ].join(" · ");
}
