import { anyOf, type Control, detectedBy, enforcedBy, fromSchemaUp, input } from "../control.ts";
import { securityOf } from "../settings.ts";

const row = "R-SEC-5";
const path = (name: string) => `configuration.security.threat_detection.${name}`;

/** Attacks: what refuses them, and what tells of them. */
export const controls: readonly Control[] = [
  {
    id: "threat-detection",
    row,
    paths: ["monitoring.alerting.security_events"],
    demand: () => "attacks on accounts, clusters, databases and buckets are found",
    judge: (evidence) =>
      detectedBy(
        anyOf(evidence, "aws:guardduty/detector:Detector", "aws:securityhub/account:Account"),
        "neither GuardDuty nor Security Hub is on in the cell's account",
      ),
  },
  {
    id: "web-firewall",
    row,
    paths: [path("waf")],
    demand: (plan) =>
      securityOf(plan).threat_detection.waf ? "requests that look like an attack are refused" : undefined,
    judge: (evidence) => enforcedBy(anyOf(evidence, "aws:wafv2/webAcl:WebAcl"), "no web ACL is declared"),
  },
  {
    id: "anomaly-alarms",
    row,
    paths: [path("anomaly_alarms")],
    demand: (plan) =>
      securityOf(plan).threat_detection.anomaly_alarms ? "what is unlike the days before is reported" : undefined,
    judge: (evidence) =>
      detectedBy(
        [
          ...fromSchemaUp(evidence, "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector"),
          ...fromSchemaUp(evidence, "aws:cloudwatch/metricAlarm:MetricAlarm").filter((alarm) =>
            JSON.stringify(alarm.inputs).includes("ANOMALY_DETECTION_BAND"),
          ),
        ],
        "no anomaly detector is declared",
      ),
  },
  {
    id: "security-events-per-tenant",
    row,
    paths: [],
    demand: () => "what was found about the tenant can be read for it alone",
    judge: (evidence) =>
      enforcedBy(
        anyOf(evidence, "aws:cloudwatch/eventRule:EventRule").filter((rule) =>
          /securityhub|guardduty/.test(String(input(rule, "eventPattern"))),
        ),
        "no rule takes the tenant's findings to it",
      ),
  },
];
