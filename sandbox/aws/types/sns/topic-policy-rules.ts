import type { CheckFailure } from "../../../provider/provider.ts";
import { checkPolicy } from "../../policy-document.ts";

/** What a topic's policy may speak of: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
const actions = new Set(
  [
    "AddPermission",
    "DeleteTopic",
    "GetDataProtectionPolicy",
    "GetTopicAttributes",
    "ListSubscriptionsByTopic",
    "ListTagsForResource",
    "Publish",
    "PutDataProtectionPolicy",
    "Receive",
    "RemovePermission",
    "SetTopicAttributes",
    "Subscribe",
  ].map((name) => name.toLowerCase()),
);

/** Size: https://docs.aws.amazon.com/general/latest/gr/sns.html (30 KB); `sns:*` is refused in a topic's policy. */
export function checkTopicPolicy(policy: string | undefined): readonly CheckFailure[] {
  const rules = { property: "policy", maximumLength: 30_720, kind: "resource", code: "InvalidParameter" } as const;
  const failures = checkPolicy(policy, rules);
  if (policy === undefined || failures.length > 0) return failures;
  const odd = actionsOf(policy).filter((action) => !actions.has(action.toLowerCase().replace(/^sns:/, "")));
  return odd.map((action) => ({
    property: "policy",
    reason: `api error InvalidParameter: Policy statement action out of service scope! ${action} is not one of ${[...actions].join(", ")}`,
  }));
}

function actionsOf(policy: string): readonly string[] {
  const { Statement: statements = [] } = JSON.parse(policy) as { Statement?: unknown };
  return [statements].flat().flatMap((statement) => {
    const { Action: action = [] } = statement as { Action?: string | string[] };
    return [action].flat();
  });
}
