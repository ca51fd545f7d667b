import { equal, rejects } from "node:assert/strict";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const compositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const dashboard = "aws:cloudwatch/dashboard:Dashboard";
const metricFilter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const stream = "aws:cloudwatch/metricStream:MetricStream";

const alarm = {
  name: "one",
  namespace: "app",
  metricName: "users",
  statistic: "Maximum",
  period: 300,
  evaluationPeriods: 2,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  threshold: 80,
};
const { namespace: _namespace, metricName: _metric, statistic: _statistic, period: _period, ...queried } = alarm;
const metric = (id: string, period = 60) => ({
  id,
  metric: { namespace: "app", metricName: id, stat: "Sum", period, dimensions: { tenant: "a" } },
});
const returned = (expression: string, period?: number) => ({
  id: "e",
  expression,
  returnData: true,
  ...(period === undefined ? {} : { period }),
});
const insights = 'SELECT MAX(users) FROM SCHEMA("app", tenant) GROUP BY tenant ORDER BY MAX() DESC';

describe("alarms of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("refuses alarms on metrics that CloudWatch refuses", async () => {
    await refusesEach(place.client, metricAlarm, alarm, [
      ["period", 90, /multiples of 60 seconds, got 90/],
      ["evaluationPeriods", 289, /more than 86400 seconds/],
      ["datapointsToAlarm", 3, /at most evaluationPeriods \(2\), got 3/],
      ["treatMissingData", "zero", /one of \[breaching notBreaching ignore missing\], got zero/],
      ["statistic", undefined, /either statistic or extendedStatistic/],
      ["extendedStatistic", "p95", /either statistic or extendedStatistic/],
      ["threshold", undefined, /either threshold or thresholdMetricId/],
      ["comparisonOperator", "Above", /GreaterThanOrEqualToThreshold/],
      ["metricQueries", [returned("1")], /one of metricName, metricQueries and evaluationCriteria/],
      ["alarmActions", ["ops@example.com"], /an action is an ARN/],
      [
        "alarmActions",
        Array.from({ length: 6 }, (_, n) => `arn:aws:sns:eu-central-1:1:${n}`),
        /at most 5 actions, got 6/,
      ],
    ]);
    await takesEach(place.client, metricAlarm, { ...alarm, period: 86_400 }, "evaluationPeriods", [1, 7]);
    await refusesEach(place.client, metricAlarm, { ...alarm, period: 86_400 }, [
      ["evaluationPeriods", 8, /more than 604800 seconds/],
    ]);
  });

  it("refuses queries that CloudWatch refuses", async () => {
    const good = {
      ...queried,
      metricQueries: [metric("errors"), metric("requests"), returned("100 * errors / requests")],
    };
    await refusesEach(place.client, metricAlarm, good, [
      ["metricQueries", [metric("errors")], /exactly one query returns data to the alarm, got 0/],
      ["metricQueries", [metric("errors"), returned("errors / requests")], /refers to requests, no query has that id/],
      ["metricQueries", [metric("errors"), metric("requests", 300), returned("errors / requests")], /the same period/],
      ["metricQueries", [metric("e"), returned("e")], /ids of queries must be unique/],
      [
        "metricQueries",
        [...Array.from({ length: 11 }, (_, n) => metric(`m${n}`)), returned("m1")],
        /10 metrics at the most, got 11/,
      ],
    ]);
    await refusesEach(place.client, metricAlarm, { ...queried, metricQueries: [returned(insights, 300)] }, [
      ["metricQueries", [returned(insights)], /needs a period of its own/],
      ["metricQueries", [returned(insights, 7200)], /3 hours at the most, got 14400/],
      ["metricQueries", [returned(insights.replace(/ ORDER.*/, ""), 300)], /needs ORDER BY beside GROUP BY/],
      ["metricQueries", [returned("SELECT users FROM app", 300)], /is not SELECT FUNCTION/],
    ]);
  });

  it("refuses a topic that does not exist or lies in another Region, and a name twice", async () => {
    const { client, ids } = place;
    const to = (topic: string | undefined) => ({ ...alarm, name: "notifying", alarmActions: [topic] });
    await rejects(client.create(metricAlarm, to("arn:aws:sns:eu-central-1:111122223333:none")), /no such topic/);
    await rejects(client.create(metricAlarm, to(ids["topicArn"]?.replace("eu-central-1", "us-east-1"))), /own Region/);
    await client.create(metricAlarm, to(ids["topicArn"]));
    const taken = { alarmName: "notifying", alarmRule: 'ALARM("alarm")' };
    await rejects(client.create(compositeAlarm, taken), /metric and composite alarms share their names/);
  });

  it("refuses rules of a composite alarm that are none, and alarms that do not exist", async () => {
    const { client } = place;
    const good = { alarmName: "composite", alarmRule: "ALARM(\"alarm\") OR (ALARM(otherAlarm) AND NOT OK('alarm'))" };
    await refusesEach(client, compositeAlarm, good, [
      ["alarmRule", 'ALARM("alarm"', /expected \), found the end/],
      ["alarmRule", "alarm", /expected ALARM, OK, INSUFFICIENT_DATA, NOT, TRUE, FALSE or \(, found alarm/],
      ["alarmRule", "TRUE FALSE", /unexpected FALSE/],
      ["alarmRule", Array.from({ length: 101 }, (_, n) => `ALARM("${n}")`).join(" OR "), /100 alarms at the most/],
    ]);
    await rejects(client.create(compositeAlarm, { ...good, alarmRule: 'ALARM("none")' }), /do not exist: none/);
    const suppressor = { alarm: "none", waitPeriod: 60, extensionPeriod: 60 };
    await rejects(client.create(compositeAlarm, { ...good, actionsSuppressor: suppressor }), /do not exist: none/);
    equal((await client.create(compositeAlarm, good)).id, "composite");
  });

  it("refuses dashboards that CloudWatch cannot show", async () => {
    const widgets = (...list: unknown[]) => JSON.stringify({ widgets: list });
    const text = { type: "text", x: 0, y: 0, width: 24, height: 1, properties: { markdown: "hello" } };
    await refusesEach(place.client, dashboard, { dashboardName: "one", dashboardBody: widgets(text) }, [
      ["dashboardName", "a/b", /letters, digits, _ and -/],
      ["dashboardBody", "{", /must be a valid JSON object/],
      ["dashboardBody", widgets({ ...text, type: "picture" }), /widgets\[0\]\/type should be one of metric, text/],
      ["dashboardBody", widgets({ ...text, width: 25 }), /widgets\[0\]\/width should be from 1 to 24/],
      ["dashboardBody", widgets({ ...text, properties: {} }), /should have markdown/],
      ["dashboardBody", widgets({ type: "metric", properties: { metrics: [] } }), /should have region/],
      ["dashboardBody", widgets(...Array.from({ length: 501 }, () => text)), /500 widgets at the most, got 501/],
    ]);
  });
});

describe("CloudWatch Logs of the embedded account", () => {
  let place: AwsSurroundings;
  before(async () => {
    place = await awsSurroundings();
  });

  it("refuses metric filters that CloudWatch Logs refuses", async () => {
    const good = {
      name: "one",
      logGroupName: "/flow",
      pattern: '{ ($.level = "ERROR") || ($.level = "WARN") }',
      metricTransformation: { name: "errors", namespace: "app", value: "1", defaultValue: "0" },
    };
    const transformed = (change: object) => ({ ...good.metricTransformation, ...change });
    await refusesEach(place.client, metricFilter, good, [
      ["name", "a:b", /without : and \*/],
      ["pattern", '{ $.level = "ERROR }', /a quotation mark is not closed/],
      ["pattern", "{ $.level", /brackets do not close/],
      ["pattern", "{ level }", /compares selectors/],
      ["metricTransformation", transformed({ dimensions: { tenant: "$.tenant" } }), /cannot be given together/],
      ["metricTransformation", transformed({ value: "one" }), /a number or a field/],
      ["metricTransformation", transformed({ name: "a*" }), /none of : \* \$/],
    ]);
    await takesEach(place.client, metricFilter, good, "pattern", ["", "ERROR", "[ip, user, status = 4*]"]);
    await rejects(
      place.client.create(metricFilter, { ...good, logGroupName: "/none" }),
      /group does not exist: \/none/,
    );
  });

  it("keeps two subscription filters a log group, and wants a role for a stream", async () => {
    const filter = (n: number) => ({
      name: `filter-${n}`,
      logGroup: "/flow",
      filterPattern: "",
      destinationArn: "arn:aws:lambda:eu-central-1:111122223333:function:one",
    });
    const subscription = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
    await place.client.create(subscription, filter(1));
    await place.client.create(subscription, filter(2));
    await rejects(place.client.create(subscription, filter(3)), /2 subscription filters at the most/);
    await refusesEach(place.client, subscription, filter(4), [
      ["destinationArn", "arn:aws:firehose:eu-central-1:111122223333:deliverystream/one", /needs a role/],
      ["destinationArn", "arn:aws:s3:::bucket", /a stream, a delivery stream/],
    ]);
  });

  it("refuses a data protection policy that masks other data than it audits", async () => {
    const statement = (operation: string, data: string) => ({ DataIdentifier: [data], Operation: { [operation]: {} } });
    const policy = (...Statement: unknown[]) => JSON.stringify({ Name: "one", Version: "2021-06-01", Statement });
    const type = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
    const good = {
      logGroupName: "/flow",
      policyDocument: policy(statement("Audit", "a"), statement("Deidentify", "a")),
    };
    await refusesEach(place.client, type, good, [
      ["policyDocument", policy(statement("Audit", "a"), statement("Deidentify", "b")), /the same DataIdentifier/],
      ["policyDocument", policy(statement("Audit", "a")), /one statement has the operation Audit and one Deidentify/],
      ["policyDocument", "{}", /Version must be "2021-06-01"/],
    ]);
  });

  it("refuses a metric stream without its delivery stream", async () => {
    const inputs = { name: "one", roleArn: place.ids["roleArn"], outputFormat: "json", firehoseArn: "arn:none" };
    await rejects(place.client.create(stream, inputs), /The delivery stream arn:none does not exist/);
  });
});
