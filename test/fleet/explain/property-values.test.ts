import { deepEqual } from "node:assert/strict";
import { propertyPaths } from "../../../fleet/explain/property-paths.ts";
import { differingProperties, showProperty } from "../../../fleet/explain/property-values.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";

const shown = (one: unknown, other: unknown) => differingProperties(one, other).map(showProperty);

describe("what differs between two sets of inputs", () => {
  it("is named as the engine names it, at the finest place", () => {
    deepEqual(shown({ tags: { owner: "a", kept: 1 } }, { tags: { owner: "b", kept: 1 } }), ["tags.owner"]);
    deepEqual(shown({ ingress: [{ port: 1 }, { port: 2 }] }, { ingress: [{ port: 1 }, { port: 3 }] }), [
      "ingress[1].port",
    ]);
    deepEqual(shown({ hard: { "requests.storage": "1" } }, { hard: { "requests.storage": "2" } }), [
      'hard["requests.storage"]',
    ]);
    deepEqual(shown({ a: 1 }, { a: 1 }), []);
  });

  it("is a list as a whole where it grows, and a property that comes or goes", () => {
    deepEqual(shown({ list: ["a"] }, { list: ["a", "b"] }), ["list"]);
    deepEqual(shown({ gone: 1 }, { come: 1 }), ["gone", "come"]);
  });

  it("is named inside a JSON text, and inside one that stands in another", () => {
    const text = (value: unknown) => JSON.stringify(value);
    deepEqual(
      differingProperties({ content: text({ limits: { users: 1 } }) }, { content: text({ limits: { users: 2 } }) }),
      [{ path: "content", inside: "limits.users" }],
    );
    deepEqual(shown({ a: text({ b: text({ c: 1 }) }) }, { a: text({ b: text({ c: 2 }) }) }), ["a → b → c"]);
    deepEqual(shown({ host: "{tenant}.x" }, { host: "{tenant}.y" }), ["host"]);
  });

  it("is found in secrets, whose values are not shown", () => {
    const secret = (value: string) => ({ password: new SecretValue(value) });
    deepEqual(differingProperties(secret("one"), secret("two")), [{ path: "password" }]);
    deepEqual(differingProperties(secret("one"), secret("one")), []);
  });
});

describe("every property of a resource", () => {
  it("goes down to the values, with a list of words and a secret as one", () => {
    deepEqual(
      propertyPaths({ a: { b: 1 }, list: ["x"], rules: [{ port: 1 }], secret: new SecretValue("s") }).map(
        ({ path }) => path,
      ),
      ["a.b", "list", "rules[0].port", "secret"],
    );
  });
});
