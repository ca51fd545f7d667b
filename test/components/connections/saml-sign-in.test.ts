import { deepEqual, equal, rejects } from "node:assert/strict";
import { integrations } from "../../../catalog/integrations/index.ts";
import { named } from "../../support/declared.ts";
import { declaredTenant } from "../../support/declared-tenant.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";
import { type DeclaredProvider, declaredProvider } from "../../support/sign-in/federated-user.ts";
import { type SamlProvider, startSamlProvider } from "../../support/sign-in/saml-provider.ts";
import { type SamlSignInOptions, signInBySaml } from "../../support/sign-in/saml-sign-in.ts";

const entityId = "https://login.acme.example";
const attributes = {
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress": "somebody@acme.example",
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname": "Body",
};
const products = integrations.names.filter((name) => integrations.find(name)?.purpose === "identity");
const user = (product: string) => ({
  username: `${product.replaceAll("_", "-")}_00u1a2b3`,
  attributes: { email: "somebody@acme.example" },
});

/** What a tenant's stack declares that connects `product`, and where its pool takes answers. */
async function poolOf(product: string): Promise<{ declared: DeclaredProvider; pool: SamlSignInOptions }> {
  const plan = enterpriseWith(`${product}: { saml_metadata_url: "${entityId}/metadata" }`);
  const resources = await declaredTenant(plan);
  const domain = String(named(resources, `${plan.tenant.id}-users-domain`).inputs["domain"]);
  return {
    declared: declaredProvider(named(resources, `${plan.tenant.id}-${product.replaceAll("_", "-")}`)),
    pool: {
      callbackUrl: `https://${domain}.auth.${plan.cell.region}.amazoncognito.com/saml2/idpresponse`,
      audience: "urn:amazon:cognito:sp:us-east-1_AbCdEfGhI",
    },
  };
}
const text = (answer: string, change: (xml: string) => string) =>
  Buffer.from(change(Buffer.from(answer, "base64").toString())).toString("base64");

describe("signing in at a tenant's SAML provider, with what its stack declares", () => {
  let encrypting: SamlProvider;
  let plain: SamlProvider;
  let declared: DeclaredProvider;
  let pool: SamlSignInOptions;
  /** As declared, with one thing less, so that an answer can be read and altered on its way. */
  let unencrypted: DeclaredProvider;

  before(async () => {
    encrypting = await startSamlProvider({ entityId, attributes, encrypts: true });
    plain = await startSamlProvider({ entityId, attributes, encrypts: false });
    ({ declared, pool } = await poolOf("okta"));
    unencrypted = { ...declared, providerDetails: { ...declared.providerDetails, EncryptedResponses: "false" } };
  });
  after(() => Promise.all([encrypting.close(), plain.close()]));

  for (const product of products) {
    it(`R-INT-1 R-SEC-3 makes of ${product}'s signed and encrypted assertion the user whom the mapping says`, async () => {
      const { declared: own, pool: at } = await poolOf(product);
      equal(own.providerDetails["EncryptedResponses"], "true");
      deepEqual(await signInBySaml(encrypting, own, at), user(product));
    });
  }

  it("R-INT-1 R-SEC-3 is refused where the assertion is not encrypted", async () => {
    await rejects(signInBySaml(plain, declared, pool), /not encrypted/);
  });

  it("R-INT-1 R-SEC-3 is refused where somebody alters the assertion, or takes its signature away", async () => {
    deepEqual(await signInBySaml(plain, unencrypted, pool), user("okta"));
    const altered = (answer: string) => text(answer, (xml) => xml.replace("somebody@", "anybody@"));
    await rejects(signInBySaml(plain, unencrypted, { ...pool, onTheWay: altered }), /Invalid signature/);
    const unsigned = (answer: string) => text(answer, (xml) => xml.replace(/<ds:Signature.*<\/ds:Signature>/s, ""));
    await rejects(signInBySaml(plain, unencrypted, { ...pool, onTheWay: unsigned }), /Invalid signature/);
  });

  it("R-INT-1 R-SEC-3 is refused where another provider signs, or the answer was meant for another pool", async () => {
    const impostor = await startSamlProvider({ entityId, attributes, encrypts: true });
    try {
      const answers = { ...impostor, fetch: encrypting.fetch };
      await rejects(signInBySaml(answers, declared, pool), /Invalid signature/);
    } finally {
      await impostor.close();
    }
    const elsewhere = "urn:amazon:cognito:sp:us-east-1_Elsewhere";
    const misled: SamlProvider = {
      ...encrypting,
      answer: (request, metadata) => encrypting.answer(request, metadata.replace(pool.audience, elsewhere)),
    };
    await rejects(signInBySaml(misled, declared, pool), /audience mismatch/);
  });
});
