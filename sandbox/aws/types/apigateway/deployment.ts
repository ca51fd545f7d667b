import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { findRow, rowsOf } from "../../rows.ts";
import { gatewayId, methodId, restApiOf } from "./rest-api-of.ts";

export const deployment = defineType({
  token: "aws:apigateway/deployment:Deployment",
  replaces: ["restApi", "triggers", "variables"],
  create: (inputs, account) => {
    const api = restApiOf(inputs, account);
    const methods = rowsOf(account, "aws:apigateway/method:Method").filter((row) => row.inputs["restApi"] === api.id);
    if (methods.length === 0) {
      throw new AwsError("BadRequestException", "The REST API doesn't contain any methods");
    }
    const open = methods.some(
      (row) => findRow(account, "aws:apigateway/integration:Integration", methodId("agi", row.inputs)) === undefined,
    );
    if (open) throw new AwsError("BadRequestException", "No integration defined for method");
    return { id: gatewayId(6), computed: { createdDate: account.world.now().toISOString() } };
  },
  delete: (row, account) => {
    const stages = rowsOf(account, "aws:apigateway/stage:Stage").filter(
      (stage) => stage.inputs["deployment"] === row.id,
    );
    if (stages.length > 0) {
      throw new AwsError("BadRequestException", "Active stages pointing to this deployment must be moved or deleted");
    }
    return undefined;
  },
});
