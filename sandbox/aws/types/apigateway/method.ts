import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { map, text } from "../../values.ts";
import { methodId, requireResource } from "./rest-api-of.ts";

const verbs = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "ANY"];
const authorizations = ["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS"];

export const method = defineType({
  token: "aws:apigateway/method:Method",
  replaces: ["restApi"],
  duplicateCode: "ConflictException",
  defaults: { apiKeyRequired: false },
  check: (inputs) => {
    const [verb, authorization] = [text(inputs, "httpMethod"), text(inputs, "authorization")];
    const odd = Object.keys(map(inputs, "requestParameters")).find(
      (name) => !/^method\.request\.(path|querystring|header)\./.test(name),
    );
    return when(
      [
        verb !== undefined && !verbs.includes(verb),
        "httpMethod",
        `expected httpMethod to be one of [${verbs.join(" ")}], got ${verb ?? ""}`,
      ],
      [
        authorization !== undefined && !authorizations.includes(authorization),
        "authorization",
        `expected authorization to be one of [${authorizations.join(" ")}], got ${authorization ?? ""}`,
      ],
      [
        odd !== undefined,
        "requestParameters",
        `api error BadRequestException: Invalid mapping expression specified: ${odd ?? ""} is no method.request.path, querystring or header`,
      ],
    );
  },
  create: (inputs, account) => {
    requireResource(inputs, account, "resourceId");
    const validator = text(inputs, "requestValidatorId");
    if (validator !== undefined) {
      requireRow(
        account,
        "aws:apigateway/requestValidator:RequestValidator",
        validator,
        "BadRequestException",
        `Invalid Request Validator identifier specified: ${validator}`,
      );
    }
    return { id: methodId("agm", inputs) };
  },
});
