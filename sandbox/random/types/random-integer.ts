import { drawFromSeed, drawSecurely } from "../draw.ts";
import { keepers, storedType } from "../stored-type.ts";

// randomInt of node:crypto draws from at most 2^48 values.
const widest = 2 ** 48;

export const randomInteger = storedType({
  token: "random:index/randomInteger:RandomInteger",
  schema: {
    ...keepers,
    min: { type: "number", required: true },
    max: { type: "number", required: true },
    seed: { type: "text" },
  },
  refuse: ({ min, max }) => {
    const width = Number(max) - Number(min);
    if (width >= 0 && width + 1 < widest) return [];
    return [
      { property: "max", reason: `max must be from min (${String(min)}) up to 2^48 above it, but is ${String(max)}.` },
    ];
  },
  make: (inputs) => {
    const draw = typeof inputs["seed"] === "string" ? drawFromSeed(inputs["seed"]) : drawSecurely;
    const lowest = Number(inputs["min"]);
    const result = lowest + draw(Number(inputs["max"]) - lowest + 1);
    return { id: String(result), outputs: { ...inputs, result } };
  },
  recover: (imported) => {
    const [result = "", min = "", max = "", seed] = imported.split(",");
    const inputs = { min: Number(min), max: Number(max), ...(seed === undefined ? {} : { seed }) };
    if (imported.split(",").length < 3)
      throw new Error(`Import a RandomInteger as "result,min,max", not "${imported}".`);
    return { id: result, inputs, outputs: { ...inputs, result: Number(result) } };
  },
});
