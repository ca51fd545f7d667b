import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type ClientMetadata, type JWK } from "oidc-provider";
import { keptInMemory } from "./kept-in-memory.ts";

const lifeSeconds = 60;

export interface OpenIdProviderOptions {
  /** As the tenant's file names it: `https://`, though the provider listens without TLS on the loopback interface. */
  readonly issuer: string;
  readonly client: ClientMetadata & { readonly client_secret: string };
  /** The one person whom the provider knows; `sub` is the account. */
  readonly person: { readonly sub: string; readonly [claim: string]: unknown };
}

/** An OpenID provider (`oidc-provider`) that signs its one person in without asking for a password. */
export interface OpenIdProvider {
  /** Stands for name resolution and TLS: every address whose host is the issuer's is asked on the loopback interface. */
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1, with keys made for this run. */
export async function startOpenIdProvider(options: OpenIdProviderOptions): Promise<OpenIdProvider> {
  const provider = providerOf(options);
  // It believes what stands before it of host and protocol, as it does behind a load balancer that ends TLS.
  provider.proxy = true;
  const serve = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/") === true) void signIn(provider, options, request, response);
    else void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    fetch: (url, init = {}) => asked(new URL(url), init, options.issuer, port),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function providerOf({ issuer, client, person }: OpenIdProviderOptions): Provider {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" } as JWK] },
    cookies: { keys: [randomBytes(32).toString("base64")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "family_name", "given_name"] },
    features: { devInteractions: { enabled: false } },
    adapter: keptInMemory(),
    ttl: {
      AccessToken: lifeSeconds,
      Grant: lifeSeconds,
      IdToken: lifeSeconds,
      Interaction: lifeSeconds,
      Session: lifeSeconds,
    },
    renderError: (context, { error, error_description }) => {
      context.body = `${error}: ${error_description ?? ""}`;
    },
    pkce: { required: () => true },
    findAccount: (_context, accountId) =>
      accountId === person.sub ? { accountId, claims: () => ({ ...person }) } : undefined,
    // The customer's administrators consented for everybody when they made the client.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? "",
        clientId: oidc.client?.clientId ?? "",
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
}

async function signIn(
  provider: Provider,
  { person }: OpenIdProviderOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
}

async function asked(url: URL, init: RequestInit, issuer: string, port: number): Promise<Response> {
  const { host } = new URL(issuer);
  if (url.host !== host) throw new TypeError(`nobody here answers for ${url.host}`);
  const headers = new Headers(init.headers);
  headers.set("x-forwarded-proto", "https");
  headers.set("x-forwarded-host", host);
  return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, { ...init, headers, redirect: "manual" });
}
