import { parseDocument } from "../../files/read-document.ts";
import { isMap, leavesOf } from "../../model/resolve/leaves.ts";
import { ownerKind } from "./tenant-text.ts";

/** What a tenant's file says, path by path: all by which two tenants of a class may still differ. */
export type Features = ReadonlyMap<string, string | number>;

/** Says who the tenant is, or nothing that its resources are made from. */
const identity = new Set(["id", "uid", "name", "owner", "created"]);

/**
 * Reads the features of a tenant's file. Of a list its length is one as well, so that `three webhooks` is told from
 * `one webhook` whatever their names.
 *
 * @param cellClass what the tenant's cell has in common with others.
 */
export function documentFeatures(text: string, cellClass: string): Features {
  const reading = parseDocument(text, "tenants/tenant.yaml");
  if (reading.kind === "refused" || !isMap(reading.document.value)) return new Map();
  const { value } = reading.document;
  const features = new Map<string, string | number>([
    ["owner", ownerKind(String(value["owner"]))],
    ["placement.cell", cellClass],
  ]);
  for (const { path, value: leaf } of leavesOf(value)) {
    const dotted = path.join(".");
    if (identity.has(dotted) || dotted === "placement.cell") continue;
    features.set(dotted, typeof leaf === "number" ? leaf : JSON.stringify(leaf));
    if (Array.isArray(leaf)) features.set(`${dotted} length`, leaf.length);
  }
  return features;
}
