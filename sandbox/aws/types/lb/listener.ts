import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { maps, number, text } from "../../values.ts";
import { requireCertificate } from "../acm/certificate.ts";

const token = "aws:lb/listener:Listener";
/** Names of security policies: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const policyName = /^ELBSecurityPolicy-(2016-08|FS-[\w-]+|TLS-[\w-]+|TLS13-1-[0-3]-([A-Za-z0-9]+-)*20\d\d-\d\d)$/;

function requireParts(inputs: PropertyMap, account: Account): string {
  const balancer = text(inputs, "loadBalancerArn") ?? "";
  const found = requireRow(account, "aws:lb/loadBalancer:LoadBalancer", balancer, "LoadBalancerNotFound");
  for (const action of maps(inputs, "defaultActions")) {
    const group = text(action, "targetGroupArn");
    if (group !== undefined) requireRow(account, "aws:lb/targetGroup:TargetGroup", group, "TargetGroupNotFound");
  }
  const certificate = text(inputs, "certificateArn");
  if (certificate !== undefined)
    requireCertificate(account, certificate, { code: "UnsupportedCertificate", region: account.region });
  return String(found.computed["arnSuffix"]);
}

export const listener = defineType({
  token,
  check: (inputs) => {
    const protocol = text(inputs, "protocol");
    const secure = protocol === "HTTPS" || protocol === "TLS";
    const policy = text(inputs, "sslPolicy");
    return when(
      [
        secure && inputs["certificateArn"] === undefined,
        "certificateArn",
        `api error ValidationError: A certificate must be specified for ${protocol ?? ""} listeners`,
      ],
      [
        protocol === "HTTP" && inputs["certificateArn"] !== undefined,
        "certificateArn",
        "api error ValidationError: A certificate cannot be specified for HTTP listeners",
      ],
      [
        policy !== undefined && !policyName.test(policy),
        "sslPolicy",
        `api error SSLPolicyNotFound: SSL policy '${policy ?? ""}' not found`,
      ],
    );
  },
  create: (inputs, account) => {
    const suffix = requireParts(inputs, account);
    const same = rowsOf(account, token).find(
      (row) =>
        row.inputs["loadBalancerArn"] === inputs["loadBalancerArn"] &&
        number(row.inputs, "port") === number(inputs, "port"),
    );
    if (same) throw new AwsError("DuplicateListener", "A listener already exists on this port for this load balancer");
    const id = arn(account, "elasticloadbalancing", `listener/${suffix}/${hex(16)}`);
    return { id, arn: id };
  },
  update: (_row, news, account) => {
    requireParts(news, account);
    return {};
  },
});
