import { drawFromSeed, drawSecurely, shuffled } from "../draw.ts";
import { keepers, storedType } from "../stored-type.ts";

export const randomShuffle = storedType({
  token: "random:index/randomShuffle:RandomShuffle",
  schema: {
    ...keepers,
    inputs: { type: "list", required: true },
    resultCount: { type: "number", minimum: 0 },
    seed: { type: "text" },
  },
  make: (inputs) => {
    const draw = typeof inputs["seed"] === "string" ? drawFromSeed(inputs["seed"]) : drawSecurely;
    const items = Array.isArray(inputs["inputs"]) ? inputs["inputs"] : [];
    const count = Number(inputs["resultCount"] ?? items.length);
    const results: unknown[] = [];
    // More results than inputs: shuffled again and again, as often as it takes.
    while (items.length > 0 && results.length < count) results.push(...shuffled(items, draw));
    return { id: "-", outputs: { ...inputs, results: results.slice(0, count) } };
  },
});
