import { defineType } from "../../define-type.ts";
import { gatewayId, restApiOf } from "./rest-api-of.ts";

export const requestValidator = defineType({
  token: "aws:apigateway/requestValidator:RequestValidator",
  naming: { input: "name", maximumLength: 255 },
  replaces: ["restApi"],
  inPlace: ["name"],
  defaults: { validateRequestBody: false, validateRequestParameters: false },
  create: (inputs, account) => {
    restApiOf(inputs, account);
    return { id: gatewayId(6) };
  },
});
