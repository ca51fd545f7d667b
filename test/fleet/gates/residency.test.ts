import assert from "node:assert/strict";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import { foundBy, withInputs } from "../../support/gates/changed-stack.ts";

const root = `${import.meta.dirname}/../../..`;

describe("the gate over residency", () => {
  it("R-CMP-4 finds what leaves it, and lets a Region inside it be", async () => {
    const stack = await synthStack("northwind-freight", root);
    const vault = stack.resources.find(
      ({ type, inputs }) => type.endsWith(":Vault") && inputs["region"] === "us-west-2",
    );
    assert.ok(vault);
    assert.match(
      foundBy("residency", stack, withInputs(stack, vault.name, { region: "eu-west-1" })).join(),
      new RegExp(`^${vault.name} region: aws:backup/vault:Vault is, or names something, in eu-west-1`),
    );
    assert.deepEqual(foundBy("residency", stack, withInputs(stack, vault.name, { region: "us-east-2" })), []);
  });
});
