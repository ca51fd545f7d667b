import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { checkPolicy } from "../../policy-document.ts";
import { rowsOf } from "../../rows.ts";
import { map, text, texts } from "../../values.ts";
import { gatewayArn, gatewayId } from "./rest-api-of.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-limits.html: characters of a resource policy. */
const longestPolicy = 8192;

export const restApi = defineType({
  token: "aws:apigateway/restApi:RestApi",
  naming: { input: "name", maximumLength: 255 },
  defaults: { apiKeySource: "HEADER", disableExecuteApiEndpoint: false },
  check: (inputs) => {
    const endpoint = map(inputs, "endpointConfiguration");
    const isPrivate = text(endpoint, "types") === "PRIVATE";
    const isModern = text(inputs, "securityPolicy")?.startsWith("SecurityPolicy_") === true;
    return [
      ...when(
        [
          isPrivate && text(inputs, "policy") === undefined,
          "policy",
          "api error BadRequestException: Private REST API doesn't have a resource policy attached to it",
        ],
        [
          !isPrivate && texts(endpoint, "vpcEndpointIds").length > 0,
          "endpointConfiguration",
          "api error BadRequestException: VPC endpoints are for APIs of type PRIVATE",
        ],
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
        [
          isModern && text(inputs, "endpointAccessMode") === undefined,
          "endpointAccessMode",
          "api error BadRequestException: an enhanced security policy needs an endpoint access mode, BASIC or STRICT",
        ],
      ),
      ...checkPolicy(text(inputs, "policy"), {
        property: "policy",
        maximumLength: longestPolicy,
        kind: "resource",
        code: "BadRequestException",
      }),
    ];
  },
  create: (_inputs, account) => {
    const id = gatewayId(10);
    return {
      id,
      arn: gatewayArn(account, `/restapis/${id}`),
      computed: {
        rootResourceId: gatewayId(10),
        executionArn: arn(account, "execute-api", id),
        createdDate: account.world.now().toISOString(),
      },
    };
  },
  delete: (row, account) => {
    const plans = rowsOf(account, "aws:apigateway/usagePlan:UsagePlan").filter((plan) =>
      JSON.stringify(plan.inputs["apiStages"] ?? []).includes(`"${row.id}"`),
    );
    if (plans.length > 0) {
      throw new AwsError(
        "BadRequestException",
        `Cannot delete API ${row.id}: its stages are in the usage plans ${plans.map(({ id }) => id).join(", ")}`,
      );
    }
    return undefined;
  },
});
