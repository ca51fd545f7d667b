import { setTimeout as pause } from "node:timers/promises";
import { UserError } from "../user-error.ts";

/** What a platform answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface RestSettings {
  /** `https://api.github.com`, without a slash at the end. */
  readonly baseUrl: string;
  /** Whatever authenticates; never in a message. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the platform is called in messages. */
  readonly platform: string;
  /** Waits between attempts, in milliseconds; a real pause where absent. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const attempts = 4;
/** A job waits no longer than this for a limit to end; beyond, it says when to try again. */
const longestWaitSeconds = 90;
const requestTimeoutMilliseconds = 30_000;

/** Talks to a platform's REST interface: waits where it asks to wait, tries again where it failed for a moment. */
export class RestClient {
  readonly #settings: RestSettings;

  constructor(settings: RestSettings) {
    this.#settings = settings;
  }

  /** @throws UserError where the platform cannot be reached, fails for good, or limits the rate for longer than a job waits. */
  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#try(method, path, body);
      if (typeof result !== "string" && !isMomentary(result)) return result;
      if (attempt === attempts) throw this.#failed(`${method} ${path}`, result);
      await this.#waitAfter(result, attempt);
    }
  }

  /** As long as the platform asks for, and longer each time where it does not say. */
  async #waitAfter(result: Answer | string, attempt: number): Promise<void> {
    const asked = typeof result === "string" ? undefined : secondsToWait(result.headers);
    if (asked !== undefined && asked > longestWaitSeconds) throw this.#limited(asked);
    await (this.#settings.wait ?? pause)((asked ?? 2 ** attempt) * 1000);
  }

  /** A connection that could not be made is words; what the platform said is an answer. */
  async #try(method: string, path: string, body: unknown): Promise<Answer | string> {
    const { baseUrl, headers } = this.#settings;
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          "user-agent": "tenantry",
          ...headers,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // The token goes to the host that was named, and to no other.
        redirect: "error",
        signal: AbortSignal.timeout(requestTimeoutMilliseconds),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: parsed(text) };
    } catch (error) {
      const { message, cause } = error as Error;
      return cause instanceof Error ? cause.message || message : message;
    }
  }

  #failed(what: string, result: Answer | string): UserError {
    const why = typeof result === "string" ? result : `it answered ${result.status} ${messageOf(result)}`.trimEnd();
    return new UserError(`${this.#settings.platform}: ${what} failed ${attempts} times: ${why}.`);
  }

  #limited(seconds: number): UserError {
    const minutes = Math.ceil(seconds / 60);
    return new UserError(
      `${this.#settings.platform} limits the rate of requests for another ${minutes} minutes. Run the job again then.`,
    );
  }
}

/** The platform's own words, as short as it says them. */
export function messageOf({ body }: Answer): string {
  const { message, error } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const words = message ?? error;
  return words === undefined ? "" : (typeof words === "string" ? words : JSON.stringify(words)).slice(0, 200);
}

/** Fails for a moment: the server itself, or a limit of the rate, which GitHub answers with 403 as well. */
const isMomentary = ({ status, headers, body }: Answer): boolean =>
  status >= 500 ||
  status === 429 ||
  (status === 403 &&
    (headers.has("retry-after") ||
      headers.get("x-ratelimit-remaining") === "0" ||
      /rate limit/i.test(messageOf({ status, headers, body }))));

/** Seconds until the platform asks to be asked again; undefined where it does not say. */
function secondsToWait(headers: Headers): number | undefined {
  const after = Number(headers.get("retry-after") ?? Number.NaN);
  if (Number.isFinite(after)) return Math.max(0, after);
  if (headers.get("x-ratelimit-remaining") !== "0") return undefined;
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN);
  return Number.isFinite(reset) ? Math.max(0, Math.ceil(reset - Date.now() / 1000)) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An error page of a server in between; its status says enough.
    return undefined;
  }
}
