import { awsPage, type PriceBook, priceBook } from "../../model/price-book.ts";

/**
 * List prices of Europe (Ireland), in US dollars before tax. What accounts get free and what volume takes off is not
 * counted: a fleet is past the one, and the other is agreed on.
 */
export const book: PriceBook = priceBook("eu-west-1", [
  awsPage("kms", "2025-06-01", "high", {
    "kms.key": [1, "key-month"],
    "kms.requests": [0.03, "requests", 10_000],
  }),
  awsPage("secrets-manager", "2025-06-01", "high", {
    "secrets.secret": [0.4, "secret-month"],
  }),
  awsPage("cloudwatch", "2025-06-01", "high", {
    "cloudwatch.alarm-metric": [0.1, "metric-month"],
    "cloudwatch.alarm-metric-fine": [0.3, "metric-month"],
    "cloudwatch.composite-alarm": [0.5, "alarm-month"],
    "cloudwatch.dashboard": [3, "dashboard-month"],
    "cloudwatch.metric": [0.3, "metric-month"],
    "cloudwatch.metric-updates": [0.003, "updates", 1000],
  }),
  awsPage("cloudwatch", "2025-06-01", "medium", {
    "logs.ingested": [0.57, "GB"],
    "logs.stored": [0.03, "GB-month"],
    "logs.masked": [0.12, "GB"],
  }),
  awsPage("waf", "2025-06-01", "high", {
    "waf.acl": [5, "acl-month"],
    "waf.rule": [1, "rule-month"],
    "waf.requests": [0.6, "requests", 1_000_000],
  }),
  awsPage("rds/postgresql", "2025-06-01", "low", {
    "rds.postgres.db.r8g.large": [0.265, "instance-hour"],
    "rds.postgres.db.r8g.xlarge": [0.53, "instance-hour"],
    "rds.postgres.db.r8g.2xlarge": [1.06, "instance-hour"],
    "rds.postgres.db.r8g.4xlarge": [2.12, "instance-hour"],
  }),
  awsPage("rds/postgresql", "2025-06-01", "medium", {
    "rds.storage.gp3": [0.127, "GB-month"],
    "rds.backup": [0.095, "GB-month"],
  }),
  awsPage("rds/proxy", "2025-06-01", "low", {
    "rds.proxy": [0.018, "vCPU-hour"],
  }),
  awsPage("rds/aurora", "2025-06-01", "low", {
    "aurora.postgres.db.r8g.large": [0.304, "instance-hour"],
    "aurora.postgres.db.r8g.xlarge": [0.608, "instance-hour"],
    "aurora.postgres.db.r8g.2xlarge": [1.216, "instance-hour"],
    "aurora.postgres.db.r8g.4xlarge": [2.432, "instance-hour"],
    "aurora.storage": [0.11, "GB-month"],
    "aurora.requests": [0.22, "requests", 1_000_000],
    "aurora.backup": [0.022, "GB-month"],
  }),
  awsPage("eks", "2025-06-01", "high", {
    "eks.cluster": [0.1, "cluster-hour"],
  }),
  awsPage("ec2/on-demand", "2025-06-01", "medium", {
    "ec2.m7i.large": [0.1124, "instance-hour"],
    "ec2.m7i.xlarge": [0.2248, "instance-hour"],
  }),
  awsPage("ebs", "2025-06-01", "high", {
    "ebs.gp3": [0.088, "GB-month"],
  }),
  awsPage("elasticache", "2025-06-01", "low", {
    "elasticache.valkey.data": [0.0924, "GB-hour"],
    "elasticache.valkey.requests": [0.0025, "units", 1_000_000],
  }),
  awsPage("privatelink", "2025-06-01", "high", {
    "vpc.endpoint": [0.011, "zone-hour"],
    "vpc.endpoint-data": [0.01, "GB"],
  }),
  awsPage("elasticloadbalancing", "2025-06-01", "high", {
    "lb.application": [0.0252, "balancer-hour"],
    "lb.capacity": [0.008, "LCU-hour"],
  }),
  awsPage("route53", "2025-06-01", "high", {
    "route53.zone": [0.5, "zone-month"],
  }),
  awsPage("cloudfront", "2025-06-01", "high", {
    "cloudfront.requests": [1.2, "requests", 1_000_000],
    "cloudfront.data": [0.085, "GB"],
    "cloudfront.function": [0.1, "calls", 1_000_000],
    "cloudfront.lookups": [0.03, "reads", 1_000_000],
  }),
  awsPage("cloudfront", "2025-06-01", "low", {
    "cloudfront.distribution-tenant": [0.1, "tenant-month"],
  }),
  awsPage("api-gateway", "2025-06-01", "high", {
    "apigateway.requests": [3.5, "requests", 1_000_000],
  }),
  awsPage("s3", "2025-06-01", "high", {
    "s3.storage": [0.023, "GB-month"],
    "s3.writes": [0.005, "requests", 1000],
    "s3.reads": [0.0004, "requests", 1000],
    "s3.to-other-region": [0.02, "GB"],
  }),
  awsPage("backup", "2025-06-01", "low", {
    "backup.s3": [0.055, "GB-month"],
  }),
  awsPage("eventbridge", "2025-06-01", "high", {
    "events.custom": [1, "events", 1_000_000],
  }),
  awsPage("cloudtrail", "2025-06-01", "high", {
    "cloudtrail.data-events": [0.1, "events", 100_000],
  }),
  awsPage("ses", "2025-06-01", "high", {
    "ses.mails": [0.1, "mails", 1000],
  }),
  awsPage("firehose", "2025-06-01", "medium", {
    "firehose.data": [0.031, "GB"],
  }),
  awsPage("systems-manager", "2025-06-01", "high", {
    "appconfig.requests": [0.2, "requests", 1_000_000],
  }),
  awsPage("cognito", "2025-06-01", "high", {
    "cognito.essentials": [0.015, "active user"],
    "cognito.plus": [0.02, "active user"],
  }),
  awsPage("bedrock", "2025-06-01", "medium", {
    "bedrock.anthropic.claude-3-haiku-20240307-v1:0.input": [0.00025, "tokens", 1000],
    "bedrock.anthropic.claude-3-haiku-20240307-v1:0.output": [0.00125, "tokens", 1000],
  }),
  awsPage("bedrock", "2025-11-01", "medium", {
    "bedrock.anthropic.claude-haiku-4-5-20251001-v1:0.input": [0.0011, "tokens", 1000],
    "bedrock.anthropic.claude-haiku-4-5-20251001-v1:0.output": [0.0055, "tokens", 1000],
  }),
  awsPage("bedrock", "2025-06-01", "low", {
    "bedrock.guardrail.content": [0.15, "text units", 1000],
    "bedrock.guardrail.grounding": [0.1, "text units", 1000],
  }),
]);
