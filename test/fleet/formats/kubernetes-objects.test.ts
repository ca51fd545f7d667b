import { deepEqual, equal, ok } from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import { kubernetesObjects } from "../../../fleet/formats/kubernetes-objects.ts";
import { isGrouping } from "../../../fleet/formats/written-stack.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { everyStack } from "../../support/every-stack.ts";
import { stackOf } from "../../support/terraform-plan.ts";

const parsed = (text: string): readonly unknown[] =>
  text === "" ? [] : parseAllDocuments(text).map((document) => document.toJS() as unknown);

describe("a stack as Kubernetes objects", () => {
  it("is complete: every resource declared is written or listed, each object as it is declared", async () => {
    for (const stack of await everyStack()) {
      const { text, writtenCount, withoutEquivalent } = kubernetesObjects(stack);
      const declared = stack.resources.filter((resource) => !isGrouping(resource));
      const objects = declared.filter(({ type }) => type.startsWith("kubernetes:"));
      equal(writtenCount + withoutEquivalent.length, declared.length, stack.stack);
      deepEqual(
        parsed(text),
        objects.map(({ inputs }) => inputs),
      );
    }
  });

  it("hides a secret behind what a Secret's data may hold", () => {
    const secret = {
      type: "kubernetes:core/v1:Secret",
      name: "database",
      inputs: { apiVersion: "v1", kind: "Secret", data: { password: new SecretValue("aHVudGVyMg==") } },
    };
    const { text } = kubernetesObjects(stackOf([secret]));
    deepEqual(parsed(text), [{ apiVersion: "v1", kind: "Secret", data: { password: "W3NlY3JldF0=" } }]);
    ok(!text.includes("aHVudGVyMg"));
  });
});
