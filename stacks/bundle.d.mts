/** A source of the bundle, and how it was. */
export interface SourceFingerprint {
  readonly path: string;
  readonly size: number;
  readonly changedMs: number;
  readonly sha256: string;
}
/** `program`, which Pulumi starts, or `cli`, which a person starts. */
export type BundleName = "program" | "cli";
export function bundlePath(name: BundleName): string;
export function manifestPath(name: BundleName): string;
export const manifestVersion: number;
export function fingerprint(path: string, root?: string): SourceFingerprint;
export function freshBundle(name: BundleName, root?: string): string | undefined;
export function sourceNamesIn(path: string, root?: string): readonly string[];
