import { deepEqual, equal, rejects } from "node:assert/strict";
import { integrations } from "../../../catalog/integrations/index.ts";
import { named } from "../../support/declared.ts";
import { declaredTenant } from "../../support/declared-tenant.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";
import { type DeclaredProvider, declaredProvider } from "../../support/sign-in/federated-user.ts";
import { type OpenIdProvider, startOpenIdProvider } from "../../support/sign-in/openid-provider.ts";
import { signInByOpenId } from "../../support/sign-in/openid-sign-in.ts";

const issuer = "https://login.acme.example";
const clientSecret = "known to its owner and to the provider alone";
const person = { sub: "00u1a2b3", email: "somebody@acme.example", email_verified: true, name: "Some Body" };
const products = integrations.names.filter((name) => integrations.find(name)?.purpose === "identity");

/** What a tenant's stack declares that connects `product` with these settings. */
async function providerOf(product: string, settings = `issuer: "${issuer}", client_id: 0oa1b2c3`) {
  const plan = enterpriseWith(`${product}: { ${settings}, client_secret: { secret: idp-secret } }`);
  const resources = await declaredTenant(plan);
  const logical = `${plan.tenant.id}-${product.replaceAll("_", "-")}`;
  const domain = String(named(resources, `${plan.tenant.id}-users-domain`).inputs["domain"]);
  const redirectUri = `https://${domain}.auth.${plan.cell.region}.amazoncognito.com/oauth2/idpresponse`;
  return { declared: declaredProvider(named(resources, logical)), redirectUri };
}

describe("signing in at a tenant's OpenID provider, with what its stack declares", () => {
  let provider: OpenIdProvider;
  let declared: DeclaredProvider;
  let redirectUri: string;

  before(async () => {
    ({ declared, redirectUri } = await providerOf("okta"));
    const client = {
      client_id: "0oa1b2c3",
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: "client_secret_post" as const,
    };
    provider = await startOpenIdProvider({ issuer, client, person });
  });
  after(() => provider.close());

  for (const product of products) {
    it(`R-INT-1 R-SEC-3 makes of ${product}'s claims the user whom the declared mapping says`, async () => {
      const { declared: own } = await providerOf(product);
      equal(own.providerDetails["client_secret"], "not-put-yet");
      deepEqual(await signInByOpenId(provider, own, { clientSecret, redirectUri }), {
        username: `${product.replaceAll("_", "-")}_00u1a2b3`,
        attributes: { email: "somebody@acme.example" },
      });
    });
  }

  it("R-INT-1 is refused with another client's secret, and with the one that stands in the state", async () => {
    for (const wrong of ["somebody else's secret", declared.providerDetails["client_secret"] ?? ""]) {
      await rejects(signInByOpenId(provider, declared, { clientSecret: wrong, redirectUri }), {
        error: "invalid_client",
      });
    }
  });

  it("R-INT-1 R-SEC-3 is refused where another issuer answers than the tenant's file names", async () => {
    const other = "https://login.elsewhere.example";
    const { declared: foreign } = await providerOf("okta", `issuer: "${other}", client_id: 0oa1b2c3`);
    const fetch: OpenIdProvider["fetch"] = (url, init) => provider.fetch(String(url).replace(other, issuer), init);
    await rejects(
      signInByOpenId({ ...provider, fetch }, foreign, { clientSecret, redirectUri }),
      /metadata issuer does not match/,
    );
    // It says to be the one that is declared, and its tokens say whose they are.
    const pretending: OpenIdProvider["fetch"] = async (url, init) => {
      const answer = await fetch(url, init);
      return String(url).includes("/.well-known/")
        ? Response.json({ ...((await answer.json()) as object), issuer: other })
        : answer;
    };
    await rejects(
      signInByOpenId({ ...provider, fetch: pretending }, foreign, { clientSecret, redirectUri }),
      ({ cause }: Error) => /unexpected "iss"/.test(String(cause)),
    );
  });

  it("R-INT-1 leads to no address but the pool's own", async () => {
    const elsewhere = "https://elsewhere.example/oauth2/idpresponse";
    await rejects(signInByOpenId(provider, declared, { clientSecret, redirectUri: elsewhere }), /redirect_uri/);
  });
});
