/** The layers of a tenant's configuration, weakest first. */
export const layers = ["default", "tier", "override", "framework"] as const;
export type Layer = (typeof layers)[number];

/** Where a value was written. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Column after the last character on the same line; absent where the value spans lines. */
  readonly endColumn?: number;
}

/** Which layer decided a value, and where. */
export interface Origin extends Place {
  readonly layer: Layer;
}
