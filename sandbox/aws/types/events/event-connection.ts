import type { PropertyMap } from "../../../provider/provider.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireKey } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";

const parameters: Readonly<Record<string, string>> = {
  API_KEY: "apiKey",
  BASIC: "basic",
  OAUTH_CLIENT_CREDENTIALS: "oauth",
};

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnection.html */
function checkConnection(inputs: PropertyMap) {
  const type = text(inputs, "authorizationType") ?? "";
  const wanted = parameters[type];
  const given = Object.keys(map(inputs, "authParameters")).filter((name) => Object.values(parameters).includes(name));
  return when(
    [given.length > 1, "authParameters", `${given.join(" and ")} cannot be given together`],
    [
      wanted !== undefined && given.length === 1 && given[0] !== wanted,
      "authParameters",
      `api error ValidationException: authorization type ${type} needs ${wanted ?? ""}, got ${given[0] ?? ""}`,
    ],
  );
}

export const eventConnection = defineType({
  token: "aws:cloudwatch/eventConnection:EventConnection",
  naming: { input: "name", maximumLength: 64 },
  replaces: ["name"],
  duplicateCode: "ResourceAlreadyExistsException",
  check: checkConnection,
  create: (inputs, account) => {
    requireKey(account, text(inputs, "kmsKeyIdentifier"), "ValidationException");
    const name = text(inputs, "name") ?? "";
    const uuid = `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
    return {
      id: name,
      arn: arn(account, "events", `connection/${name}/${uuid}`),
      computed: {
        name,
        // EventBridge keeps what a call shows in a secret of its own.
        secretArn: arn(account, "secretsmanager", `secret:events!connection/${name}/${uuid}-${hex(6)}`),
      },
      state: "AUTHORIZED",
    };
  },
  update: (_row, news, account) => {
    requireKey(account, text(news, "kmsKeyIdentifier"), "ValidationException");
    return {};
  },
  delete: (row, account) => {
    const using = rowsOf(account, "aws:cloudwatch/eventApiDestination:EventApiDestination").some(
      ({ inputs }) => text(inputs, "connectionArn") === row.arn,
    );
    if (using)
      throw new AwsError("ConcurrentModificationException", `Connection ${row.id} is used by an API destination`);
    return undefined;
  },
});
