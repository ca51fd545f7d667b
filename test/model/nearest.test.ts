import { equal } from "node:assert/strict";
import { nearest, nearestPath } from "../../model/nearest.ts";

describe("the nearest known word", () => {
  for (const [written, expected] of [
    ["profesional", "professional"],
    ["FREE", "free"],
    ["platinum", undefined],
    ["", undefined],
  ] as const) {
    it(`R-TEN-2 for "${written}" is ${expected ?? "none"}`, () =>
      equal(nearest(written, ["free", "professional"]), expected));
  }

  it("R-TEN-2 prefers a path that ends alike to one that is spelt alike", () => {
    equal(
      nearestPath("mfa.required", ["edge.enabled", "security.mfa_config.required"]),
      "security.mfa_config.required",
    );
    equal(nearestPath("limits.max_user", ["limits.max_users", "edge.enabled"]), "limits.max_users");
  });
});
