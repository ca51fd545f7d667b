import assert from "node:assert/strict";
import { checkInputs } from "../../../sandbox/provider/input-schema.ts";
import { unknownValue } from "../../../sandbox/provider/provider.ts";

const schema = {
  name: { type: "text", required: true },
  size: { type: "number", minimum: 1, maximum: 9 },
  kind: { type: "text", oneOf: ["a", "b"] },
  any: { type: "list or map" },
} as const;

describe("checkInputs", () => {
  it("lets good inputs and unknown ones pass", () => {
    assert.deepEqual(checkInputs(schema, { name: "x", size: 9, kind: "b", any: [] }), []);
    assert.deepEqual(checkInputs(schema, { name: unknownValue, size: unknownValue, kind: unknownValue }), []);
  });

  const refusals: readonly (readonly [object, string])[] = [
    [{}, "name is required."],
    [{ name: 1 }, "name must be a text, but is a number."],
    [{ name: "x", size: 0 }, "size must be at least 1, but is 0."],
    [{ name: "x", size: 10 }, "size must be at most 9, but is 10."],
    [{ name: "x", kind: "c" }, 'kind must be one of a, b, but is "c".'],
    [{ name: "x", any: "c" }, "any must be a list or map, but is a text."],
    [
      { name: "x", sise: 1 },
      "sise is not an input of this type. The nearest is size; allowed are name, size, kind, any.",
    ],
  ];
  for (const [inputs, reason] of refusals) {
    it(`says "${reason}"`, () => {
      assert.deepEqual(
        checkInputs(schema, { ...inputs }).map((failure) => failure.reason),
        [reason],
      );
    });
  }
});
