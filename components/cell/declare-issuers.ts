import { OpenIdConnectProvider } from "@pulumi/aws/iam/openIdConnectProvider.js";
import type { CellPlace } from "./place.ts";

/** Issuer of a repository's tokens → the audience that they are made out to. */
const repositoryIssuers: Readonly<Record<string, string>> = {
  "token.actions.githubusercontent.com": "sts.amazonaws.com",
  "gitlab.com": "https://gitlab.com",
};

/** An account knows an issuer once, so the cell has those that roles of its tenants may trust. They cost nothing. */
export function declareIssuers({ name, opts }: CellPlace): void {
  for (const [host, audience] of Object.entries(repositoryIssuers)) {
    const logical = `${name}-issuer-${host.split(".").at(-2) ?? host}`;
    new OpenIdConnectProvider(logical, { url: `https://${host}`, clientIdLists: [audience] }, opts);
  }
}
