import { randomUUID } from "node:crypto";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { findRow, removeRow, rowsOf, saveRow } from "../../rows.ts";
import { text, texts } from "../../values.ts";
import { putSecretValue, removeSecretValue } from "./secret-values.ts";

const token = "aws:secretsmanager/secretVersion:SecretVersion";
const values = ["secretString", "secretBinary", "secretStringWo"];
const maximumBytes = 65_536;

export const secretVersion = defineType({
  token,
  replaces: ["secretId", "secretString", "secretBinary", "secretStringWo", "secretStringWoVersion"],
  // The value stays where the service keeps it, and in the stack's encrypted state.
  writeOnly: ["secretStringWo"],
  check: (inputs) => {
    const given = values.filter((name) => inputs[name] !== undefined);
    const bytes = Buffer.byteLength(text(inputs, "secretString") ?? text(inputs, "secretBinary") ?? "");
    return when(
      [
        given.length !== 1,
        "",
        `exactly one of ${values.join(", ")} must be given, found ${given.join(", ") || "none"}`,
      ],
      [
        bytes > maximumBytes,
        "secretString",
        `api error ValidationException: a secret's value has at most ${maximumBytes} bytes`,
      ],
    );
  },
  create: (inputs, account) => {
    const given = text(inputs, "secretId") ?? "";
    const secret =
      findRow(account, "aws:secretsmanager/secret:Secret", given) ??
      rowsOf(account, "aws:secretsmanager/secret:Secret").find(({ computed }) => computed["name"] === given);
    if (!secret)
      throw new AwsError("ResourceNotFoundException", `Secrets Manager can't find the specified secret: ${given}`);
    if (secret.state === "PendingDeletion")
      throw new AwsError(
        "InvalidRequestException",
        `You can't perform this operation on the secret because it was marked for deletion: ${given}`,
      );
    const versionId = randomUUID();
    const binary = text(inputs, "secretBinary");
    const string = text(inputs, "secretString") ?? text(inputs, "secretStringWo");
    putSecretValue(
      account.world,
      secret.id,
      {
        ...(string === undefined ? {} : { secretString: string }),
        ...(binary === undefined ? {} : { secretBinary: binary }),
      },
      versionId,
    );
    const versionStages = texts(inputs, "versionStages").length > 0 ? texts(inputs, "versionStages") : ["AWSCURRENT"];
    if (versionStages.includes("AWSCURRENT")) demote(account, secret.id);
    return {
      id: `${secret.id}|${versionId}`,
      arn: secret.arn,
      computed: { versionId, versionStages, hasSecretStringWo: inputs["secretStringWo"] !== undefined },
    };
  },
  delete: (row, account) => {
    const [secretArn = "", versionId = ""] = row.id.split("|");
    removeSecretValue(account.world, secretArn, versionId);
    removeRow(account.world, row);
    return undefined;
  },
});

/** Only one version is current: the last one becomes the previous. */
function demote(account: Parameters<typeof rowsOf>[0], secretArn: string): void {
  const versions = rowsOf(account, token).filter(({ arn }) => arn === secretArn);
  for (const row of versions.filter(({ computed }) => texts(computed, "versionStages").includes("AWSCURRENT"))) {
    saveRow(account.world, { ...row, computed: { ...row.computed, versionStages: ["AWSPREVIOUS"] } });
  }
}
