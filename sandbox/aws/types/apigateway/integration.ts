import { defineType, outside, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { flag, map, number, text } from "../../values.ts";
import { methodId } from "./rest-api-of.ts";

/** Milliseconds: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-limits.html; longer with a raised quota. */
const timeout = { least: 50, most: 300_000 };

export const integration = defineType({
  token: "aws:apigateway/integration:Integration",
  replaces: ["restApi", "resourceId", "httpMethod", "type", "integrationHttpMethod"],
  duplicateCode: "ConflictException",
  defaults: { connectionType: "INTERNET", passthroughBehavior: "WHEN_NO_MATCH", timeoutMilliseconds: 29_000 },
  check: (inputs) => {
    const type = text(inputs, "type") ?? "";
    const milliseconds = number(inputs, "timeoutMilliseconds");
    const needsUri = type !== "MOCK" && type !== "" && !("uri" in inputs);
    const uri = text(inputs, "uri");
    return when(
      [needsUri, "uri", `api error BadRequestException: an integration of type ${type} needs a uri`],
      [
        needsUri || (type.startsWith("HTTP") && uri !== undefined && !/^https?:\/\/\S+$/.test(uri)),
        "uri",
        `api error BadRequestException: Invalid HTTP endpoint specified for URI: ${uri ?? ""}`,
      ],
      [
        outside(milliseconds, timeout.least, timeout.most),
        "timeoutMilliseconds",
        `expected timeoutMilliseconds to be in the range (${timeout.least} - ${timeout.most}), got ${milliseconds ?? ""}`,
      ],
      [
        text(inputs, "connectionType") === "VPC_LINK" && !("connectionId" in inputs),
        "connectionId",
        "api error BadRequestException: connectionType VPC_LINK needs a connectionId",
      ],
      [
        flag(map(inputs, "tlsConfig"), "insecureSkipVerification") && !type.startsWith("HTTP"),
        "tlsConfig",
        "api error BadRequestException: insecureSkipVerification is for HTTP and HTTP_PROXY integrations",
      ],
    );
  },
  create: (inputs, account) => {
    const reason = "Invalid Method identifier specified";
    requireRow(account, "aws:apigateway/method:Method", methodId("agm", inputs), "NotFoundException", reason);
    return { id: methodId("agi", inputs) };
  },
});
