/** What the tier promises as a service level objective. */
export interface ServiceLevelPlan {
  /** Share of requests that must be answered without a failure of the service's own, e.g. 99.9. */
  readonly objectivePercent: number;
  /** Days over which it is counted. */
  readonly windowDays: number;
  /** Minutes of complete failure that the window allows: 43.2 of 30 days at 99.9 %. */
  readonly errorBudgetMinutes: number;
  readonly burnRates: readonly BurnRatePlan[];
}

/** One pair of windows: both must burn the budget this fast, so that an alarm is quick to come and quick to go. */
export interface BurnRatePlan {
  /** How many times faster than the budget allows. */
  readonly factor: number;
  readonly longWindowSeconds: number;
  readonly shortWindowSeconds: number;
  readonly severity: "critical" | "high" | "medium";
}
