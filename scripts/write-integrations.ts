// Writes docs/integrations.md from the catalog.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrationsPage } from "./integrations-page.ts";

writeFileSync(join(import.meta.dirname, "../docs/integrations.md"), integrationsPage());
