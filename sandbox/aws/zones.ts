import type { Account } from "./account.ts";

/** Zones that accounts see in a Region where it is not three; sandbox-defined for all others. */
const zoneLetters: Readonly<Record<string, string>> = { "us-east-1": "abcdef", "us-west-2": "abcd", "us-west-1": "ab" };

/** Names of a Region's availability zones, e.g. `eu-central-1a`. */
export function zoneNames(region: string): readonly string[] {
  return [...(zoneLetters[region] ?? "abc")].map((letter) => `${region}${letter}`);
}

/** `eu-central-1a` is `euc1-az1`. */
export function zoneId(account: Account, name: string): string {
  const [area = "", direction = "", number = ""] = account.region.split("-").slice(-3);
  const letters: Readonly<Record<string, string>> = {
    northeast: "ne",
    southeast: "se",
    northwest: "nw",
    southwest: "sw",
  };
  const index = zoneNames(account.region).indexOf(name) + 1;
  return `${area}${letters[direction] ?? direction.slice(0, 1)}${number}-az${index}`;
}
