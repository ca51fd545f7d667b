/** A source of the bundle, and how it was. */
export interface SourceFingerprint {
  readonly path: string;
  readonly size: number;
  readonly changedMs: number;
  readonly sha256: string;
}
export const bundlePath: string;
export const manifestPath: string;
export const manifestVersion: number;
export function fingerprint(path: string, root?: string): SourceFingerprint;
export function freshBundle(root?: string): string | undefined;
export function sourceNamesIn(path: string, root?: string): readonly string[];
