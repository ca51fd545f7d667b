import type { Configuration } from "./configuration.ts";
import type { Documents } from "./documents.ts";
import { atLimit, judge } from "./limit-guard.ts";

/** Why a request is not served. */
export interface NotAdmitted {
  readonly status: 403 | 429;
  readonly limit: keyof Configuration["limits"];
  readonly body: unknown;
}

/** Holds the tenant to what it was sold before anything is done for it. */
export interface Admission {
  /** Undefined where the request may go on. @throws what the database throws */
  refuse(user: string | undefined, users: ReadonlyMap<string, number>): Promise<NotAdmitted | undefined>;
}

/**
 * The hour of the API is counted in the database, so that all pods together stay within it; it is a rate and knows no
 * grace. Users are counted by each process; the grace begins when the first one too many comes.
 */
export function openAdmission(
  configuration: Configuration,
  documents: Pick<Documents, "useWithin">,
  now: () => Date = () => new Date(),
): Admission {
  const { limits, api, enforcement } = configuration;
  let usersReachedAt: Date | undefined;
  const tooManyUsers = (user: string | undefined, users: ReadonlyMap<string, number>): NotAdmitted | undefined => {
    const isOver = limits.max_users !== "unlimited" && users.size >= limits.max_users;
    if (user === undefined || users.has(user) || !isOver) return undefined;
    usersReachedAt ??= now();
    if (judge(usersReachedAt, enforcement, now()).kind !== "refused") return undefined;
    const message = `${limits.max_users} users are what the tier sells`;
    return { status: 403, limit: "max_users", body: atLimit(message, configuration) };
  };
  return {
    refuse: async (user, users) => {
      const refused = tooManyUsers(user, users);
      if (refused !== undefined) return refused;
      if (await documents.useWithin("api_requests", api.requests_per_window, api.window_seconds)) return undefined;
      const message = `${api.requests_per_window} requests in ${api.window_seconds} seconds are what the tier sells`;
      return { status: 429, limit: "api_requests_per_hour", body: atLimit(message, configuration) };
    },
  };
}
