/**
 * What happens to data when a resource leaves its stack.
 *
 * `kept`: protected, and left alone in the cloud by a delete. `released`: protections are off, a last snapshot is made.
 * `discarded`: released, and neither a last snapshot nor a bucket's objects stand in the way.
 */
export type Retention = "kept" | "released" | "discarded";

/** Resource options of something that holds data. */
export function retainedAs(retention: Retention): { readonly protect: boolean; readonly retainOnDelete: boolean } {
  const kept = retention === "kept";
  return { protect: kept, retainOnDelete: kept };
}
