import npmPackage from "@pulumi/random/package.json" with { type: "json" };
import type { ProviderPackage } from "../provider/provider.ts";
import type { RandomType } from "./stored-type.ts";
import { randomBytes } from "./types/random-bytes.ts";
import { randomId } from "./types/random-id.ts";
import { randomInteger } from "./types/random-integer.ts";
import { randomPassword } from "./types/random-password.ts";
import { randomPet } from "./types/random-pet.ts";
import { randomShuffle } from "./types/random-shuffle.ts";
import { randomString } from "./types/random-string.ts";
import { randomUuid, randomUuid4, randomUuid7 } from "./types/random-uuid.ts";

/** Every type of the package. */
export const randomTypes: readonly RandomType[] = [
  randomBytes,
  randomId,
  randomInteger,
  randomPassword,
  randomPet,
  randomShuffle,
  randomString,
  randomUuid,
  randomUuid4,
  randomUuid7,
];

/** The package `random`: values drawn by the operating system's generator and kept in the stack's state. */
export function randomPackage(): ProviderPackage {
  const types = new Map(randomTypes.map((type) => [type.token, type]));
  return {
    name: "random",
    version: npmPackage.version,
    typesFolder: "sandbox/random/types/",
    configure: async () => ({ resourceType: (token) => types.get(token), invoke: () => undefined }),
  };
}
