import type { PropertyMap } from "../../provider/provider.ts";
import { maps, text, texts } from "../values.ts";
import type { AwsInvoke } from "./invoke.ts";

/** One element stays a text, several become a list, as the provider writes them. */
const oneOrMany = (values: readonly string[]) => (values.length === 1 ? values[0] : [...values].sort().reverse());

export const getPolicyDocument: AwsInvoke = {
  token: "aws:iam/getPolicyDocument:getPolicyDocument",
  run: (args) => {
    const sources = texts(args, "sourcePolicyDocuments").flatMap(statementsOf);
    const overrides = texts(args, "overridePolicyDocuments").flatMap(statementsOf);
    const own = maps(args, "statements").map(statement);
    const merged = overrides.reduce<readonly PropertyMap[]>(override, [...sources, ...own]);
    const policyId = text(args, "policyId");
    const document = {
      Version: text(args, "version") ?? "2012-10-17",
      ...(policyId === undefined ? {} : { Id: policyId }),
      Statement: merged,
    };
    return {
      ...args,
      id: String(merged.length),
      json: JSON.stringify(document, null, 2),
      minifiedJson: JSON.stringify(document),
    };
  },
};

function statementsOf(document: string): readonly PropertyMap[] {
  const { Statement: statements = [] } = JSON.parse(document) as { Statement?: PropertyMap | PropertyMap[] };
  return [statements].flat();
}

/** A statement of the same Sid takes the other's place. */
function override(statements: readonly PropertyMap[], next: PropertyMap): readonly PropertyMap[] {
  const at = statements.findIndex(({ Sid: sid }) => sid !== undefined && sid === next["Sid"]);
  return at < 0 ? [...statements, next] : statements.with(at, next);
}

function statement(args: PropertyMap): PropertyMap {
  const lists = { Action: "actions", NotAction: "notActions", Resource: "resources", NotResource: "notResources" };
  const sid = text(args, "sid");
  const conditions = maps(args, "conditions");
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: text(args, "effect") ?? "Allow",
    ...Object.fromEntries(
      Object.entries(lists)
        .filter(([, name]) => texts(args, name).length > 0)
        .map(([key, name]) => [key, oneOrMany(texts(args, name))]),
    ),
    ...principals(maps(args, "principals"), "Principal"),
    ...principals(maps(args, "notPrincipals"), "NotPrincipal"),
    ...(conditions.length > 0 ? { Condition: conditionsOf(conditions) } : {}),
  };
}

function principals(list: readonly PropertyMap[], key: string): PropertyMap {
  if (list.length === 0) return {};
  const [first] = list;
  if (list.length === 1 && first && text(first, "type") === "*") return { [key]: "*" };
  const types = [...new Set(list.map((principal) => text(principal, "type") ?? ""))];
  const of = (type: string) =>
    list
      .filter((principal) => text(principal, "type") === type)
      .flatMap((principal) => texts(principal, "identifiers"));
  return { [key]: Object.fromEntries(types.map((type) => [type, oneOrMany(of(type))])) };
}

function conditionsOf(conditions: readonly PropertyMap[]): PropertyMap {
  const tests = [...new Set(conditions.map((condition) => text(condition, "test") ?? ""))];
  return Object.fromEntries(
    tests.map((test) => [
      test,
      Object.fromEntries(
        conditions
          .filter((condition) => text(condition, "test") === test)
          .map((condition) => [
            text(condition, "variable") ?? "",
            condition["values"] && oneOrMany(texts(condition, "values")),
          ]),
      ),
    ]),
  );
}
