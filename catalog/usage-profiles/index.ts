import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Isolation } from "../../model/isolation.ts";
import type { UsageProfile } from "../../model/usage-profile.ts";

const load = createRequire(import.meta.url);
const known = new Map<string, UsageProfile>();

/** Files of the folder that are no tier's profile. */
const others: ReadonlySet<string> = new Set(["index", "shape", "cell-itself"]);

/**
 * The profile of a tier; of a tier that has none, that of the tier with the same isolation, so that a new tier needs no
 * profile. Files are read once a process.
 *
 * @param folder where profiles lie; absent: this folder.
 * @throws TypeError where a file's profile is not named like the file, or no profile has this isolation.
 */
export function usageProfileOf(tier: string, isolation: Isolation, folder: string = import.meta.dirname): UsageProfile {
  const own = /^[a-z0-9][a-z0-9-]*$/.test(tier) && !others.has(tier) && existsSync(join(folder, `${tier}.ts`));
  const profile = own ? readProfile(tier, folder) : profiles(folder).find((one) => one.isolation === isolation);
  if (profile === undefined) throw new TypeError(`${folder} holds no usage profile of isolation ${isolation}`);
  return profile;
}

/** Every profile of the catalog; a new file in the folder is a new one. */
export const profiles = (folder: string = import.meta.dirname): readonly UsageProfile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => basename(file, ".ts"))
    .filter((tier) => !others.has(tier))
    .toSorted()
    .map((tier) => readProfile(tier, folder));

function readProfile(tier: string, folder: string): UsageProfile {
  const file = join(folder, `${tier}.ts`);
  const before = known.get(file);
  if (before !== undefined) return before;
  const { profile } = load(file) as { readonly profile?: UsageProfile };
  if (profile?.tier !== tier) throw new TypeError(`${file} must export a profile of the tier "${tier}"`);
  known.set(file, profile);
  return profile;
}
