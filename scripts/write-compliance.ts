// Writes docs/compliance.md from the catalog.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compliancePage } from "./compliance-page.ts";

writeFileSync(join(import.meta.dirname, "../docs/compliance.md"), compliancePage());
