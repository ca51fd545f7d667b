import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as samlify from "samlify";
import { generate } from "selfsigned";

// Parsing asks for a check against SAML's XML schema, which comes as a package with a Java program or none at all.
samlify.setSchemaValidator({ validate: () => Promise.resolve("not checked against the schema") });

const rsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const binding = (kind: string) => `urn:oasis:names:tc:SAML:2.0:bindings:${kind}`;

export interface SamlProviderOptions {
  readonly entityId: string;
  /** Attribute → value, of the one person whom the provider knows. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly encrypts: boolean;
}

/** A SAML provider (`samlify`) that signs its one person in without asking, and publishes its metadata over HTTP. */
export interface SamlProvider {
  /** Stands for name resolution and TLS: the path is asked on the loopback interface. */
  readonly fetch: (url: string) => Promise<Response>;
  /** What it posts to the service provider on a signed request; a request that nobody signed is refused. */
  answer(request: URL, serviceMetadata: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1, with a key and a certificate made for this run. */
export async function startSamlProvider(options: SamlProviderOptions): Promise<SamlProvider> {
  const { private: privateKey, cert } = await generate([{ name: "commonName", value: "provider" }], { keySize: 2048 });
  const names = Object.keys(options.attributes);
  const identity = samlify.IdentityProvider({
    entityID: options.entityId,
    privateKey,
    signingCert: cert,
    isAssertionEncrypted: options.encrypts,
    wantAuthnRequestsSigned: true,
    requestSignatureAlgorithm: rsaSha256,
    nameIDFormat: ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"],
    singleSignOnService: [{ Binding: binding("HTTP-Redirect"), Location: `${options.entityId}/sso` }],
    singleLogoutService: [{ Binding: binding("HTTP-Redirect"), Location: `${options.entityId}/slo` }],
    loginResponseTemplate: {
      context: samlify.SamlLib.defaultLoginResponseTemplate.context,
      attributes: names.map((name, index) => ({
        name,
        valueTag: `value${index}`,
        nameFormat: "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
        valueXsiType: "xs:string",
      })),
    },
  });
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/samlmetadata+xml" }).end(identity.getMetadata());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    fetch: (url) => fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`),
    answer: (request, serviceMetadata) => answerTo(identity, options, request, serviceMetadata),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answerTo(
  identity: ReturnType<typeof samlify.IdentityProvider>,
  { entityId, attributes }: SamlProviderOptions,
  request: URL,
  serviceMetadata: string,
): Promise<string> {
  const service = samlify.ServiceProvider({ metadata: serviceMetadata });
  const query = Object.fromEntries(request.searchParams);
  const octetString = request.search.slice(1).split("&Signature=")[0] ?? "";
  const asked = await identity.parseLoginRequest(service, "redirect", { query, octetString });
  const { id, assertionConsumerServiceUrl: address } = asked.extract["request"] as Record<string, string>;
  const now = new Date();
  const end = new Date(now.getTime() + 60_000).toISOString();
  const values = Object.values(attributes).map((value, index) => [`attrValue${index}`, value] as const);
  const tags = {
    ID: `_${crypto.randomUUID()}`,
    AssertionID: `_${crypto.randomUUID()}`,
    Destination: address,
    Audience: service.entityMeta.getEntityID(),
    SubjectRecipient: address,
    Issuer: entityId,
    IssueInstant: now.toISOString(),
    StatusCode: samlify.Constants.StatusCode.Success,
    ConditionsNotBefore: now.toISOString(),
    ConditionsNotOnOrAfter: end,
    SubjectConfirmationDataNotOnOrAfter: end,
    NameIDFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    NameID: "00u1a2b3",
    InResponseTo: id,
    AuthnStatement: "",
    ...Object.fromEntries(values),
  };
  const { context } = await identity.createLoginResponse(service, { ...asked }, "post", {}, (template) => ({
    id: tags.ID,
    context: samlify.SamlLib.replaceTagsByValue(template, tags),
  }));
  return context;
}
