import { anyOf, type Control, enforcedBy, input, notEnforceable, ofDatabase } from "../control.ts";

const row = "R-SEC-7";

/** Who did what. */
export const controls: readonly Control[] = [
  {
    id: "cloud-audit-trail",
    row,
    paths: ["monitoring.logging.structured_logging"],
    demand: () => "every call on the tenant's resources is recorded, and the record shows tampering",
    judge: (evidence) =>
      enforcedBy(
        anyOf(evidence, "aws:cloudtrail/trail:Trail").filter(
          (trail) => input(trail, "enableLogFileValidation") === true,
        ),
        "no trail with validated files is declared",
      ),
  },
  {
    id: "audit-log",
    row,
    paths: ["configuration.compliance.retention_days.logs", "monitoring.logging.retention_days"],
    demand: ({ logGroups }) =>
      `logs are kept for ${Math.max(0, ...logGroups.map(({ retentionDays }) => retentionDays))} days`,
    judge: (evidence) =>
      enforcedBy(
        evidence.own.filter(
          (resource) =>
            resource.type === "aws:cloudwatch/logGroup:LogGroup" && input(resource, "retentionInDays") !== undefined,
        ),
        "no log group of the tenant's is declared",
      ),
  },
  {
    id: "database-audit-log",
    row,
    paths: [],
    demand: () => "statements that change structure or rights are recorded by the database",
    judge: (evidence) =>
      enforcedBy(
        ofDatabase(
          evidence,
          "aws:rds/parameterGroup:ParameterGroup",
          "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        ).filter(({ inputs }) => /pgaudit|log_statement/.test(JSON.stringify(inputs["parameters"] ?? []))),
        "no parameter group records statements",
      ),
  },
  {
    id: "operator-record",
    row,
    paths: [],
    demand: () => "what operators do to the tenant stands in an append-only, hash-chained record",
    judge: () =>
      notEnforceable("the control plane has no registry yet; until then git and the cloud's trail are the record"),
  },
];
