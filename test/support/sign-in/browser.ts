import type { OpenIdProvider } from "./openid-provider.ts";

const mostRedirects = 10;

/**
 * Follows redirects from `start` with cookies, as a browser does, until one leads to `redirectUri`. Returns that address.
 *
 * @throws where the way ends elsewhere.
 */
export async function browse(provider: OpenIdProvider, start: URL, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let step = 0; step < mostRedirects; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await provider.fetch(at, { headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`${at.pathname} answers ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at);
    if (at.href.startsWith(redirectUri)) return at;
  }
  throw new Error(`more than ${mostRedirects} redirects`);
}
