import type pg from "pg";

/** What the tenant used, counted where all its processes count together. */
export interface CountedUses {
  /** Notes that something was used, unless the month's `limit` is reached; says whether it was noted. */
  use(metric: string, limit: number | "unlimited"): Promise<boolean>;
  /** How much was used since the month began (UTC). */
  usedThisMonth(metric: string): Promise<number>;
  /** When the month's `limit` was reached; undefined while it is not. */
  reachedAt(metric: string, limit: number | "unlimited"): Promise<Date | undefined>;
  /** Notes a use, unless `limit` of them fell into the last `seconds`; says whether it was noted. Uses without a limit are not noted. */
  useWithin(metric: string, limit: number | "unlimited", seconds: number): Promise<boolean>;
}

/** When the month began. */
const monthsBegin = "date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'";

/** @param events table of uses, as SQL names it */
export function countedUses(pool: pg.Pool, events: string): CountedUses {
  return {
    use: async (metric, limit) => {
      const used = `SELECT coalesce(sum(amount), 0) FROM ${events} WHERE metric = $1 AND occurred_at >= ${monthsBegin}`;
      const most = limit === "unlimited" ? "" : `WHERE (${used}) < $2`;
      const values = limit === "unlimited" ? [metric] : [metric, limit];
      return (await pool.query(`INSERT INTO ${events} (metric, amount) SELECT $1, 1 ${most}`, values)).rowCount === 1;
    },
    usedThisMonth: async (metric) => {
      const sql = `SELECT coalesce(sum(amount), 0) AS used FROM ${events} WHERE metric = $1 AND occurred_at >= ${monthsBegin}`;
      return Number((await pool.query<{ used: string }>(sql, [metric])).rows[0]?.used);
    },
    reachedAt: async (metric, limit) => {
      if (limit === "unlimited") return undefined;
      // Of nothing, everything is used up from the beginning.
      if (limit === 0) return new Date(0);
      const sql = `SELECT occurred_at FROM (SELECT occurred_at, sum(amount) OVER (ORDER BY occurred_at, event_id) AS used
        FROM ${events} WHERE metric = $1 AND occurred_at >= ${monthsBegin}) AS events WHERE used >= $2 ORDER BY occurred_at LIMIT 1`;
      return (await pool.query<{ occurred_at: Date }>(sql, [metric, limit])).rows[0]?.occurred_at;
    },
    useWithin: async (metric, limit, seconds) => {
      if (limit === "unlimited") return true;
      const used = `SELECT coalesce(sum(amount), 0) FROM ${events} WHERE metric = $1 AND occurred_at > now() - make_interval(secs => $3)`;
      const sql = `INSERT INTO ${events} (metric, amount) SELECT $1, 1 WHERE (${used}) < $2`;
      return (await pool.query(sql, [metric, limit, seconds])).rowCount === 1;
    },
  };
}
