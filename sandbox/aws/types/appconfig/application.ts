import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { appConfigId } from "./appconfig-id.ts";

const children = ["aws:appconfig/environment:Environment", "aws:appconfig/configurationProfile:ConfigurationProfile"];

export const application = defineType({
  token: "aws:appconfig/application:Application",
  naming: { input: "name", maximumLength: 64 },
  create: (_inputs, account) => {
    const id = appConfigId();
    return { id, arn: arn(account, "appconfig", `application/${id}`) };
  },
  // https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_DeleteApplication.html
  delete: (row, account) => {
    const left = children
      .flatMap((type) => rowsOf(account, type))
      .filter((child) => child.inputs["applicationId"] === row.id);
    if (left.length > 0) {
      throw new AwsError(
        "BadRequestException",
        `Cannot delete application ${row.id}: it has ${left.length} environments or configuration profiles`,
      );
    }
    return undefined;
  },
});
