import { isMap } from "../../../provider/structural-diff.ts";

/**
 * Why CloudWatch Logs refuses a data protection policy: one statement audits, the other masks, and both name the same
 * data. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html
 */
export function protectionRefusals(document: string): readonly string[] {
  if (document.length > 30_720) return [`a policy has 30,720 characters at the most, got ${document.length}`];
  const policy = parse(document);
  if (!isMap(policy)) return ["the policy is no JSON object"];
  const given: unknown = policy["Statement"];
  const statements = Array.isArray(given) ? given.filter(isMap) : [];
  const operations = statements.flatMap((one) => (isMap(one["Operation"]) ? Object.keys(one["Operation"]) : []));
  const data = new Set(statements.map((one) => JSON.stringify(one["DataIdentifier"])));
  const rules: readonly (readonly [boolean, string])[] = [
    [policy["Version"] !== "2021-06-01", `Version must be "2021-06-01"`],
    [typeof policy["Name"] !== "string", "the policy needs a Name"],
    [
      operations.toSorted().join() !== "Audit,Deidentify",
      `one statement has the operation Audit and one Deidentify, found ${operations.join(", ") || "none"}`,
    ],
    [data.size !== 1, "both statements have the same DataIdentifier"],
  ];
  return rules.filter(([broken]) => broken).map(([, reason]) => reason);
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    // Told as a policy that is no object.
    return undefined;
  }
}
