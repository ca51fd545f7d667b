import { Agent, request } from "node:https";
import type { World } from "../../world/world.ts";
import type { ClusterAccess } from "./kubeconfig.ts";

/** A refusal of the API server: the message is its own. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly status: number;
  /** Fields that were refused, e.g. `spec.selector`, with the server's reason for each. */
  readonly causes: readonly { readonly field: string; readonly message: string }[];

  constructor(message: string, status: number, causes: ApiRefusal["causes"]) {
    super(message);
    this.status = status;
    this.causes = causes;
  }
}

/** The cluster is not there any more: the sandbox knows of none by its name, and nothing answers. */
export class ClusterGoneError extends Error {
  override readonly name = "ClusterGoneError";
}

/** The cluster exists and does not answer. */
export class ClusterUnreachableError extends Error {
  override readonly name = "ClusterUnreachableError";
}

/** An object as the API has it. */
export type ApiObject = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface ApiRequest {
  readonly method: "GET" | "PATCH" | "DELETE";
  /** With its query. */
  readonly path: string;
  readonly body?: unknown;
}

// Tokens of `aws eks get-token` end after 15 minutes; one is used for 10.
const tokenMilliseconds = 10 * 60 * 1000;
const requestTimeoutMilliseconds = 60_000;
const unauthorized = 401;

/** Speaks to one API server. */
export class KubernetesApi {
  readonly access: ClusterAccess;
  readonly #world: World;
  readonly #agent: Agent;
  #issued: { readonly token: Promise<string>; readonly usableUntil: number } | undefined;

  constructor(access: ClusterAccess, world: World) {
    this.access = access;
    this.#world = world;
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: 20,
      rejectUnauthorized: access.verifiesCertificate,
      ...(access.certificateAuthority === undefined ? {} : { ca: access.certificateAuthority }),
    });
  }

  /** @throws ApiRefusal with the server's message, ClusterGoneError, ClusterUnreachableError. */
  async call(what: ApiRequest): Promise<ApiObject> {
    let answer = await this.#send(what);
    if (answer.status === unauthorized && "eksClusterName" in this.access.credentials) {
      this.#issued = undefined;
      answer = await this.#send(what);
    }
    if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.body) as ApiObject;
    throw refusalOf(answer);
  }

  /** Undefined where the server answers 404. */
  async find(path: string): Promise<ApiObject | undefined> {
    try {
      return await this.call({ method: "GET", path });
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(what: ApiRequest): Promise<Answer> {
    const token = await this.#token();
    try {
      return await this.#exchange(what, token);
    } catch (error) {
      // The server closes idle connections; what was sent on one that is closing never arrived.
      if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw this.#failure(error);
      return await this.#exchange(what, token).catch((again: unknown) => {
        throw this.#failure(again);
      });
    }
  }

  #exchange({ method, path, body }: ApiRequest, token: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.access.endpoint}${path}`,
        {
          method,
          agent: this.#agent,
          timeout: requestTimeoutMilliseconds,
          headers: {
            authorization: `Bearer ${token}`,
            accept: "application/json",
            // JSON is YAML; server-side apply takes no other content type.
            ...(body === undefined
              ? {}
              : { "content-type": method === "PATCH" ? "application/apply-patch+yaml" : "application/json" }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
          );
          response.on("error", reject);
        },
      );
      sent.on("timeout", () =>
        sent.destroy(new Error(`no answer within ${requestTimeoutMilliseconds / 1000} seconds`)),
      );
      sent.on("error", reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async #token(): Promise<string> {
    const { credentials } = this.access;
    if ("token" in credentials) return credentials.token;
    const { eksClusterName } = credentials;
    if (!this.#world.kubernetes.get(eksClusterName)) {
      throw new ClusterGoneError(`There is no EKS cluster ${eksClusterName} in the sandbox.`);
    }
    const now = this.#world.now().getTime();
    if (!this.#issued || this.#issued.usableUntil < now) {
      this.#issued = { token: this.#world.kubernetes.issueToken(eksClusterName), usableUntil: now + tokenMilliseconds };
      this.#issued.token.catch(() => {
        this.#issued = undefined;
      });
    }
    return this.#issued.token;
  }

  #failure(error: unknown): Error {
    const reason =
      error instanceof Error && error.message !== "" ? error.message : String((error as { code?: unknown }).code);
    return new ClusterUnreachableError(`The Kubernetes API at ${this.access.endpoint} does not answer: ${reason}.`, {
      cause: error,
    });
  }
}

function refusalOf({ status, body }: Answer): ApiRefusal {
  try {
    const answer = JSON.parse(body) as {
      message?: string;
      details?: { causes?: { field?: string; message?: string }[] };
    };
    const causes = (answer.details?.causes ?? []).map(({ field, message }) => ({
      field: field ?? "",
      message: message ?? "",
    }));
    return new ApiRefusal(answer.message ?? body, status, causes);
  } catch {
    // Not the API's own answer, e.g. plain text of a proxy.
    return new ApiRefusal(body.trim() || `status ${status}`, status, []);
  }
}
