import { charges, type UsageRule } from "./usage-charge.ts";

const kilobytesPerGb = 1e6;
const bytesPerGb = 1e9;
const daysPerMonth = 365 / 12;

/** Requests of its users, on their way in and out: edge, web ACL, gateway. */
export const traffic: UsageRule = ({ plan, used: { requests }, shape }) => [
  ...(plan.edge === undefined
    ? []
    : charges("requests", {
        "cloudfront.requests": requests,
        "cloudfront.function": requests,
        "cloudfront.lookups": requests,
        "cloudfront.data": (requests * shape.kilobytesPerResponse.amount) / kilobytesPerGb,
        "waf.requests": requests,
      })),
  ...charges("requests", {
    "apigateway.requests": requests,
    "waf.requests": requests,
    "kms.requests": requests * shape.keyUsesPerRequest.amount,
  }),
];

/** Lines that the application and the gateway write, and what is kept of them. */
export const logs: UsageRule = ({ plan, used: { requests }, shape }) => {
  const written = (requests * shape.logBytesPerRequest.amount) / bytesPerGb;
  const others = plan.logGroups.some(({ category }) => category !== "application") ? shape.securityLogShare.amount : 0;
  const ingested = written * (1 + others);
  // Once the retention is over, as much goes as comes: that many months lie there.
  const days = Math.max(0, ...plan.logGroups.map(({ retentionDays }) => retentionDays));
  const isMasked = plan.monitoring.kind === "own" && plan.monitoring.masking !== undefined;
  return charges("logs", {
    "logs.ingested": ingested,
    "logs.stored": ((ingested * days) / daysPerMonth) * shape.storedLogShare.amount,
    "logs.masked": isMasked ? written : 0,
  });
};

/** Users who sign in, and the mails that they get. */
export const signIns: UsageRule = ({ plan: { users }, used, shape }) =>
  charges("users", {
    // The pool that free tenants share looks at no risk.
    [users.kind === "own" && users.pool.featurePlan === "PLUS" ? "cognito.plus" : "cognito.essentials"]: used.users,
    "ses.mails": used.users * shape.mailsPerUser.amount,
  });
