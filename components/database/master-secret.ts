import * as pulumi from "@pulumi/pulumi";

/** The secret in which RDS keeps a managed master password. @throws where the server has none. */
export function masterSecretArnOf(
  secrets: pulumi.Output<readonly { readonly secretArn: string }[]>,
): pulumi.Output<string> {
  return secrets.apply((found) => {
    const secretArn = found?.[0]?.secretArn;
    if (secretArn === undefined) {
      if (pulumi.runtime.isDryRun()) return "";
      throw new Error("RDS answered no secret of the master user; is manageMasterUserPassword on?");
    }
    return secretArn;
  });
}
