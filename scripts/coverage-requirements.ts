// Lists the rows of docs/requirements.md that no test names.
import { namedRows, requirementRows } from "./requirements.ts";

const rows = requirementRows();
const named = new Set(namedRows().map(({ row }) => row));
const missing = rows.filter((row) => !named.has(row));
for (const row of missing) {
  console.log(row);
}
console.error(`${rows.length - missing.length} of ${rows.length} rows are named by a test`);
