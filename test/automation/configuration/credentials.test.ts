import { equal, match, rejects } from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsCredentials } from "../../../automation/configuration/aws-credentials.ts";
import { regionOf } from "../../../automation/configuration/tenant-connection.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const server = { host: "db.example", port: 5432, region: "eu-central-1" };
const cluster = { name: "cell-1", region: "eu-central-1" };

describe("awsCredentials", () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const asked = join(folder.path, "asked");

  /** An `aws` that notes what it was asked and answers with this. */
  const aws = (script: string) => {
    writeFileSync(join(folder.path, "aws"), `#!/bin/sh\necho "$@" > ${asked}\n${script}\n`);
    chmodSync(join(folder.path, "aws"), 0o755);
    return awsCredentials({ PATH: `${folder.path}:/usr/bin:/bin` });
  };

  it("asks the AWS CLI for a database token, with the server's Region", async () => {
    const source = aws('echo "db.example:5432/?Action=connect&X-Amz-Signature=1"');
    equal(await source.databaseToken(server, "tenant-a2b3c4d5"), "db.example:5432/?Action=connect&X-Amz-Signature=1");
    equal(
      readFileSync(asked, "utf8"),
      "rds generate-db-auth-token --hostname db.example --port 5432 --username tenant-a2b3c4d5 --region eu-central-1\n",
    );
    equal(source.databaseTls, "verify");
  });

  it("asks the AWS CLI for a cluster token", async () => {
    const source = aws(`echo '{"kind":"ExecCredential","status":{"token":"k8s-aws-v1.x"}}'`);
    equal(await source.clusterToken(cluster), "k8s-aws-v1.x");
    match(readFileSync(asked, "utf8"), /^eks get-token --cluster-name cell-1 --region eu-central-1 /);
  });

  it("says what the AWS CLI said and how to log in, or that there is none", async () => {
    await rejects(aws("echo 'Unable to locate credentials' >&2; exit 253").databaseToken(server, "x"), {
      code: "CONFIGURATION_CREDENTIALS_UNAVAILABLE",
      message: /aws rds generate-db-auth-token: Unable to locate credentials; log in with `aws sso login`/,
    });
    await rejects(awsCredentials({ PATH: "/nowhere" }).clusterToken(cluster), {
      code: "CONFIGURATION_CREDENTIALS_UNAVAILABLE",
      message: /the AWS CLI is not on PATH; install it/,
    });
  });
});

describe("regionOf", () => {
  it("reads the Region of an ARN", () => {
    equal(regionOf("arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/1"), "us-gov-west-1");
  });
});
