import { drawSecurely, pick } from "../draw.ts";
import { adjectives, adverbs, pets } from "../pet-words.ts";
import { keepers, storedType } from "../stored-type.ts";

export const randomPet = storedType({
  token: "random:index/randomPet:RandomPet",
  schema: {
    ...keepers,
    length: { type: "number", minimum: 1 },
    prefix: { type: "text" },
    separator: { type: "text" },
  },
  make: (inputs) => {
    const length = Number(inputs["length"] ?? 2);
    const separator = String(inputs["separator"] ?? "-");
    const prefix = typeof inputs["prefix"] === "string" && inputs["prefix"] !== "" ? [inputs["prefix"]] : [];
    const id = [...prefix, ...petWords(length)].join(separator);
    return { id, outputs: { ...inputs, length, separator } };
  },
});

/** Adverbs, one adjective, one pet: as many words as asked for. */
function petWords(count: number): string[] {
  const words = [pick(pets, drawSecurely)];
  if (count > 1) words.unshift(pick(adjectives, drawSecurely));
  while (words.length < count) words.unshift(pick(adverbs, drawSecurely));
  return words;
}
