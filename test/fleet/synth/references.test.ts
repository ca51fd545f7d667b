import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecretValue, synthesise } from "../../../fleet/synth/index.ts";

const references = async (stack: string) => ({ of: stack, port: 5432, password: new SecretValue("hidden") });
const read = (name: string) => () => {
  const reference = new pulumi.StackReference(name);
  return {
    of: reference.getOutput("of"),
    port: reference.getOutput("port"),
    password: reference.getOutput("password"),
  };
};

describe("a stack reference in synthesise", () => {
  it("is answered from the other stack's outputs, secrets staying secret alone", async () => {
    const { outputs, resources } = await synthesise(read("organization/tenantry/cell-us-1"), {
      stack: "toy",
      references,
    });
    deepEqual([outputs["of"], outputs["port"]], ["cell-us-1", 5432]);
    ok(outputs["password"] instanceof SecretValue);
    equal(outputs["password"].reveal(), "hidden");
    deepEqual(
      resources.filter(({ type }) => type === "pulumi:pulumi:StackReference").map(({ inputs }) => inputs),
      [{ name: "organization/tenantry/cell-us-1" }],
    );
  });

  it("is refused for another project or without its organization", async () => {
    await rejects(
      synthesise(read("organization/other/cell-us-1"), { stack: "toy", references }),
      /not of this project/,
    );
    await rejects(
      synthesise(read("tenantry/cell-us-1"), { stack: "toy", references }),
      /expected organization\/tenantry\/<stack>/,
    );
  });

  it("is refused where nothing answers it", async () => {
    await rejects(synthesise(read("organization/tenantry/cell-us-1"), { stack: "toy" }), /nothing answers the outputs/);
  });
});
