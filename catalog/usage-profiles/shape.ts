import type { UsageShape } from "../../model/usage-profile.ts";

/** What one use of the sample application comes to; another product has other numbers. */
export const shape: UsageShape = {
  kilobytesPerResponse: { amount: 8, because: "a page of an API's answers, compressed" },
  logBytesPerRequest: {
    amount: 1200,
    because: "an access line at the gateway and a structured line of the application",
  },
  securityLogShare: { amount: 0.1, because: "security, audit and performance lines beside the application's" },
  storedLogShare: {
    amount: 0.2,
    because: "CloudWatch charges for logs as it keeps them: compressed, to about a fifth",
  },
  databaseShare: { amount: 0.2, because: "of what a tenant stores, rows; the rest are objects" },
  versionsShare: {
    amount: 0.2,
    because: "earlier versions of objects, which the bucket keeps until they are deleted by age",
  },
  monthlyChangeShare: { amount: 0.1, because: "of what is stored, written anew in a month" },
  backupShare: { amount: 1.2, because: "one full copy, and what changed since in the recovery points that are kept" },
  readsPerRequest: { amount: 0.2, because: "one request in five reads an object" },
  writesPerRequest: { amount: 0.02, because: "one request in fifty writes an object" },
  databaseReadsPerRequest: { amount: 2, because: "pages that are not in memory; Aurora charges for them" },
  cacheUnitsPerRequest: { amount: 4, because: "a few gets of a kilobyte each" },
  keyUsesPerRequest: {
    amount: 0.01,
    because: "bucket keys and data keys are kept for minutes, so that few requests reach KMS",
  },
  inputTokensPerSession: { amount: 3000, because: "a question, what was said before, and passages of documents" },
  outputTokensPerSession: { amount: 600, because: "a page of answers" },
  tokensPerTextUnit: { amount: 250, because: "a text unit of a guardrail is 1,000 characters, about 250 tokens" },
  mailsPerUser: { amount: 2, because: "invitations, codes and alarms" },
  configurationPollsPerPod: { amount: 58_400, because: "the agent asks every 45 seconds: 730 hours of 80 questions" },
};
