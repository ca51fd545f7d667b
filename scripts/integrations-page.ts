import { z } from "zod";
import { integrations } from "../catalog/integrations/index.ts";
import type { Integration } from "../model/integration.ts";

const head = `# Integrations

What a tenant can connect, and how far each connection was tried. Made from \`catalog/integrations\` by \`npm run integrations\`.

A file names secrets and never holds one. *Declared, not exercised* says that the resources are declared and accepted by the
embedded account, and that nothing of the vendor's ever answered. Where a test takes the part of Cognito or of a delivery
stream, it has nothing but what the stack declares; names are resolved to the local counterpart, and TLS is left out.

Webhooks are signed by the application, which reads the secret that its configuration document names. The sample reads it
from a file of the folder \`SECRETS_FOLDER\`, named like the secret with \`_\` for \`/\`, as the Secrets Store CSI driver
mounts it. No stack declares that driver or its mount: without them the sample sends no webhook, and says so in its log.
Deliveries that are not taken yet wait in the process and end with it.

| product | under \`integrations\` | settings | tried |
| --- | --- | --- | --- |
`;

const settingsOf = ({ settings }: Integration): string => {
  const { properties = {}, required = [] } = z.toJSONSchema(settings, { io: "input" });
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? `\`${name}\`` : `\`${name}\` (optional)`))
    .join(", ");
};

function row(product: Integration): string {
  const { id, title, documentation, proof, asCustom = false } = product;
  const tried = proof.kind === "exercised" ? `against ${proof.against}` : `*declared, not exercised*: ${proof.because}`;
  return `| [${title}](${documentation}) | \`${asCustom ? "custom" : id}\` | ${settingsOf(product)} | ${tried} |\n`;
}

/** The page of every product of the catalog, in the order of their names. */
export const integrationsPage = (): string =>
  head +
  integrations.names
    .flatMap((name) => integrations.find(name) ?? [])
    .map(row)
    .join("");
