import { deepEqual, match, ok, throws } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ProblemsError } from "../../model/problems.ts";
import { readExceptions } from "../../policies/index.ts";
import { judgeFindings, judgementLines } from "../../policies/judge-findings.ts";
import { checkovRules } from "../../scripts/scanners/run-checkov.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** The file may not grow silently: a new line here is a decision that a reviewer sees twice. */
const agreed: readonly string[] = [
  "CKV_AWS_338 */aws_cloudwatch_log_group.*",
  "CKV_AWS_144 */aws_s3_bucket.*",
  "CKV_AWS_7 */aws_kms_key.*-key",
  "CKV_AWS_157 */aws_db_instance.*-replica-*",
  "CKV_AWS_129 */aws_db_instance.*-replica-*",
  "CKV_AWS_145 */aws_s3_bucket.*-log-bucket-objects",
  "CKV2_AWS_62 */aws_s3_bucket.*",
  "CKV2_AWS_57 */aws_secretsmanager_secret.*",
  "CKV2_AWS_61 */aws_s3_bucket.*-replica-objects",
  "CKV_AWS_18 */aws_s3_bucket.*-replica-objects",
  "CKV_AWS_120 */aws_api_gateway_stage.*",
  "CKV_AWS_290 */aws_iam_role_policy.*-sms-policy",
  "CKV_AWS_61 */aws_iam_role.*-break-glass",
  "CKV_AWS_259 */aws_cloudfront_response_headers_policy.*-security-headers",
  "CKV2_AWS_71 */aws_acm_certificate.*-edge-domain-certificate",
  "CKV_AWS_297 */aws_scheduler_schedule.*-key-rotation",
  "CKV2_AWS_5 */aws_security_group.*-cache-entrance",
  "CKV_AWS_252 */aws_cloudtrail.*",
  "CKV_K8S_43 */Deployment.*.sample-app",
  "CKV_K8S_8 */Deployment.*.sample-app",
  "CKV_K8S_9 */Deployment.*.sample-app",
  "CKV2_AWS_51 */aws_api_gateway_stage.*",
  "CKV2_AWS_4 */aws_api_gateway_stage.*",
  "CKV2_AWS_31 */aws_wafv2_web_acl.*-edge-web-acl",
  "CKV2_AWS_38 */aws_route53_zone.*-edge-domain",
  "CKV2_AWS_39 */aws_route53_zone.*-edge-domain",
  "CKV_AWS_18 */aws_s3_bucket.*-edge-assets",
  "CKV_AWS_145 */aws_s3_bucket.*-edge-assets",
  "CKV2_AWS_61 */aws_s3_bucket.*-edge-assets",
  "CKV2_AWS_8 */aws_rds_cluster.*-database-server",
  "CKV2_AWS_27 */aws_rds_cluster.*-database-server",
  "CKV2_AWS_77 */aws_api_gateway_stage.*",
  "CKV_AWS_18 control-plane/aws_s3_bucket.control-plane-*",
  "CKV2_AWS_3 control-plane/aws_guardduty_detector.*",
  "CKV2_AWS_10 control-plane/aws_cloudtrail.*",
  "CKV2_AWS_48 control-plane/aws_config_configuration_recorder.*",
];

describe("policies/exceptions.yaml", () => {
  it("excuses exactly what was agreed on", () => {
    deepEqual(
      readExceptions(process.cwd()).map(({ rule, scope }) => `${rule} ${scope}`),
      agreed,
    );
  });

  it("names rules that Checkov has, none past its last day or longer than a year", async function () {
    this.timeout(600_000);
    const rules = await checkovRules();
    ok(rules.size > 1000);
    const today = new Date().toISOString().slice(0, 10);
    const { expired, unknown, tooLong } = judgeFindings([], readExceptions(process.cwd()), { rules, today });
    deepEqual(judgementLines({ unexcused: [], unused: [], expired, unknown, tooLong }), []);
  });
});

describe("a file of exceptions", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const refusal = (line: string): string => {
    const root = folder.path;
    mkdirSync(join(root, "policies"), { recursive: true });
    writeFileSync(join(root, "policies/exceptions.yaml"), `schema_version: 1\nexceptions:\n  - ${line}\n`);
    try {
      readExceptions(root);
    } catch (error) {
      ok(error instanceof ProblemsError);
      return error.message;
    }
    return "";
  };
  const good =
    "{ rule: CKV_AWS_144, scope: acme/aws_s3_bucket.x, reason: It is kept in one Region., expires: 2027-01-31 }";

  it("is read, and refused with its place where a line lacks what it must say", () => {
    deepEqual(refusal(good), "");
    for (const [from, to] of [
      [", expires: 2027-01-31", ""],
      ["expires: 2027-01-31", "expires: 2027-02-30"],
      ["reason: It is kept in one Region.", "reason: ok"],
      ["rule: CKV_AWS_144", "rule: all"],
      ["scope: acme/aws_s3_bucket.x", "scope: '*'"],
      ["scope: acme/aws_s3_bucket.x", "scope: 'acme/*'"],
    ] as const)
      match(refusal(good.replace(from, to)), /^policies\/exceptions\.yaml:3:\d+ [A-Z_]+ exceptions/, to);
    throws(() => readExceptions(join(folder.path, "elsewhere")), ProblemsError);
  });
});
