import { randomUUID } from "node:crypto";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { findRow } from "../../rows.ts";
import { texts } from "../../values.ts";

export const queryDefinition = defineType({
  token: "aws:cloudwatch/queryDefinition:QueryDefinition",
  create: (inputs, account) => {
    const type = "aws:cloudwatch/logGroup:LogGroup";
    const none = texts(inputs, "logGroupNames").filter((name) => findRow(account, type, name) === undefined);
    if (none.length > 0)
      throw new AwsError("ResourceNotFoundException", `The specified log group does not exist: ${none.join(", ")}`);
    const queryDefinitionId = randomUUID();
    const definitionArn = arn(account, "logs", `query-definition:${queryDefinitionId}`);
    return { id: queryDefinitionId, arn: definitionArn, computed: { queryDefinitionId } };
  },
});
