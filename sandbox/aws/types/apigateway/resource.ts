import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { findRow, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { gatewayId, requireResource } from "./rest-api-of.ts";

const token = "aws:apigateway/resource:Resource";

export const resource = defineType({
  token,
  replaces: ["restApi"],
  inPlace: ["parentId", "pathPart"],
  check: (inputs) => {
    const part = text(inputs, "pathPart");
    return when([
      part !== undefined && !/^(\{[a-zA-Z0-9._-]+\+?\}|[a-zA-Z0-9._:~@!$&'()*,;=-]+)$/.test(part),
      "pathPart",
      "api error BadRequestException: Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end",
    ]);
  },
  create: (inputs, account) => {
    const parentId = requireResource(inputs, account, "parentId");
    const part = text(inputs, "pathPart") ?? "";
    const same = rowsOf(account, token).some(
      (row) => row.inputs["parentId"] === parentId && row.inputs["pathPart"] === part,
    );
    if (same) {
      throw new AwsError("ConflictException", `Another resource with the same parent already has this name: ${part}`);
    }
    const parent = findRow(account, token, parentId);
    return { id: gatewayId(6), computed: { path: `${text(parent?.computed ?? {}, "path") ?? ""}/${part}` } };
  },
});
