import { AwsError } from "../aws-error.ts";
import { rowsOf } from "../rows.ts";
import { secretValue } from "../types/secretsmanager/secret-values.ts";
import { text, texts } from "../values.ts";
import type { AwsInvoke } from "./invoke.ts";

export const getSecretVersion: AwsInvoke = {
  token: "aws:secretsmanager/getSecretVersion:getSecretVersion",
  run: (args, account) => {
    const wanted = text(args, "secretId") ?? "";
    const secret = rowsOf(account, "aws:secretsmanager/secret:Secret").find(
      ({ arn, computed }) => arn === wanted || computed["name"] === wanted,
    );
    if (!secret || secret.state === "PendingDeletion")
      throw new AwsError("ResourceNotFoundException", `Secrets Manager can't find the specified secret: ${wanted}`);
    const stage = text(args, "versionStage") ?? "AWSCURRENT";
    const version = text(args, "versionId");
    const found = rowsOf(account, "aws:secretsmanager/secretVersion:SecretVersion").find(
      ({ arn, computed }) =>
        arn === secret.arn &&
        (version === undefined ? texts(computed, "versionStages").includes(stage) : computed["versionId"] === version),
    );
    const versionId = found ? String(found.computed["versionId"]) : "AWSCURRENT";
    const value = secretValue(account.world, secret.arn, versionId);
    if (!value)
      throw new AwsError(
        "ResourceNotFoundException",
        `Secrets Manager can't find the specified secret value for staging label: ${version ?? stage}`,
      );
    const stages = found ? texts(found.computed, "versionStages") : ["AWSCURRENT"];
    return {
      id: `${secret.arn}|${versionId}`,
      arn: secret.arn,
      secretId: wanted,
      versionId,
      versionStage: stage,
      versionStages: stages,
      createdDate: (found ?? secret).createdAt,
      region: account.region,
      secretString: "",
      secretBinary: "",
      ...value,
    };
  },
};
