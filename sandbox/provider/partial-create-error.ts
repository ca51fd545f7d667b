import type { PropertyMap } from "./provider.ts";

/**
 * Thrown by a type's `create` or `update` when the resource exists but is not usable: the engine then records it, so
 * that the next run repairs or deletes it instead of leaving it behind.
 */
export class PartialCreateError extends Error {
  readonly id: string;
  readonly outputs: PropertyMap;

  constructor(id: string, outputs: PropertyMap, reason: string) {
    super(reason);
    this.name = "PartialCreateError";
    this.id = id;
    this.outputs = outputs;
  }
}
