import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { flag, text, texts } from "../../values.ts";
import { checkClient } from "./client-rules.ts";
import { requirePool } from "./user-pool.ts";

const token = "aws:cognito/userPoolClient:UserPoolClient";
/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const mostClients = 1000;

export const userPoolClient = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  replaces: ["generateSecret"],
  defaults: {
    allowedOauthFlowsUserPoolClient: false,
    authSessionValidity: 3,
    enablePropagateAdditionalUserContextData: false,
    enableTokenRevocation: true,
    preventUserExistenceErrors: "LEGACY",
    refreshTokenValidity: 30,
  },
  check: checkClient,
  create: (inputs, account) => {
    const pool = requirePool(account, inputs);
    const clients = rowsOf(account, token).filter((row) => row.inputs["userPoolId"] === pool.id);
    if (clients.length >= mostClients) {
      throw new AwsError("LimitExceededException", `At most ${mostClients} clients are allowed in ${pool.id}`);
    }
    const stranger = texts(inputs, "supportedIdentityProviders").find(
      (name) =>
        name !== "COGNITO" &&
        !rowsOf(account, "aws:cognito/identityProvider:IdentityProvider").some(
          (row) => row.inputs["userPoolId"] === pool.id && row.inputs["providerName"] === name,
        ),
    );
    if (stranger !== undefined) {
      throw new AwsError(
        "InvalidParameterException",
        `The provider ${stranger} does not exist for User Pool ${pool.id}.`,
      );
    }
    return {
      id: hex(26),
      computed: {
        name: text(inputs, "name") ?? "",
        clientSecret: flag(inputs, "generateSecret") ? hex(51) : "",
      },
    };
  },
});
