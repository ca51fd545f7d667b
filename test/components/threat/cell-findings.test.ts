import { deepEqual, equal, match } from "node:assert/strict";
import type { Retention } from "../../../components/retention.ts";
import { CellFindings } from "../../../components/threat/cell-findings.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, threat } = cellPlan("us-1");
const findings = (retention: Retention = "kept") =>
  declared(() => new CellFindings("found", { cell, plan: threat, retention, kmsKeyArn: arnOf("kms") }));

describe("CellFindings", () => {
  it("R-SEC-5 hands every service's findings to the cell's bus for its tenants, and to a log that is searched", async () => {
    const all = await findings();
    deepEqual(shortNames(all), [
      "EventRule found",
      "EventBus found-bus",
      "LogGroup found-logs",
      "Role found-role",
      "RolePolicy found-role-policy",
      "EventTarget found-to-bus",
      "EventTarget found-to-logs",
      "LogResourcePolicy found-write",
    ]);
    deepEqual(JSON.parse(String(named(all, "found").inputs["eventPattern"])), {
      source: ["aws.access-analyzer", "aws.guardduty", "aws.inspector2", "aws.securityhub"],
    });
    match(String(named(all, "found-to-bus").inputs["arn"]), /:event-bus\/tenantry-sandbox-cell-us-1-security$/);
    match(String(named(all, "found-to-logs").inputs["arn"]), /:log-group:\/tenantry-sandbox\/cell-us-1\/findings/);
    equal(named(all, "found-to-logs").inputs["roleArn"], undefined);
  });

  it("R-SEC-4 forwards with a role that puts events on this bus and does nothing else, for this account", async () => {
    const all = await findings();
    const { Action, Resource } = statement(named(all, "found-role-policy"), "Forward");
    deepEqual([Action, Resource], ["events:PutEvents", named(all, "found-to-bus").inputs["arn"]]);
    const { Principal, Condition } = statement(named(all, "found-role"), "Service", "assumeRolePolicy");
    deepEqual(Principal, { Service: "events.amazonaws.com" });
    deepEqual(Condition, { StringEquals: { "aws:SourceAccount": cell.accountId } });
  });

  it("R-SEC-4 opens the logs of the cell and of tenants to events of this account, and no other log", async () => {
    const { Action, Resource, Condition } = statement(
      named(await findings(), "found-write"),
      "Events",
      "policyDocument",
    );
    deepEqual(Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    const logs = "arn:aws:logs:us-east-1:111122223333:log-group:/tenantry-sandbox";
    // The group's own ARN is that of the provider's account, which is a placeholder here.
    const own = logs.replace(cell.accountId, "123456789012");
    deepEqual(Resource, [`${own}/cell-us-1/findings:*`, `${logs}/tenant-*:*`]);
    deepEqual(Condition, { StringEquals: { "aws:SourceAccount": cell.accountId } });
  });

  it("R-SEC-3 R-SEC-7 encrypts findings, and keeps them for 90 days and over a destroy unless released", async () => {
    const all = await findings();
    const { retentionInDays, kmsKeyId } = named(all, "found-logs").inputs;
    deepEqual([retentionInDays, kmsKeyId], [90, arnOf("kms")]);
    equal(named(all, "found-bus").inputs["kmsKeyIdentifier"], arnOf("kms"));
    deepEqual(keeping(named(all, "found-logs")), kept);
    deepEqual(keeping(named(await findings("released"), "found-logs")), released);
  });
});
