import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { flag, text } from "../../values.ts";

const token = "aws:bedrock/guardrailVersion:GuardrailVersion";

/** Versions per guardrail. Source: Service Quotas, "Versions per guardrail". */
const mostVersions = 20;

export const guardrailVersion = defineType({
  token,
  replaces: ["guardrailArn"],
  defaults: { skipDestroy: false },
  create: (inputs, account) => {
    const guardrailArn = text(inputs, "guardrailArn") ?? "";
    if (!rowsOf(account, "aws:bedrock/guardrail:Guardrail").some((row) => row.arn === guardrailArn)) {
      throw new AwsError("ResourceNotFoundException", `The guardrail ${guardrailArn} does not exist`);
    }
    const versions = rowsOf(account, token).filter((row) => row.inputs["guardrailArn"] === guardrailArn);
    if (versions.length >= mostVersions) {
      throw new AwsError("ServiceQuotaExceededException", `A guardrail has at most ${mostVersions} versions`);
    }
    const newest = Math.max(0, ...versions.map((row) => Number(row.computed["version"])));
    const version = `${newest + 1}`;
    return { id: `${guardrailArn},${version}`, computed: { version } };
  },
  delete: (row) => (flag(row.inputs, "skipDestroy") ? row : undefined),
});
