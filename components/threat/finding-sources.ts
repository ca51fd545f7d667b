/** Services whose findings are events of an account's default bus. */
export const findingSources = ["aws.access-analyzer", "aws.guardduty", "aws.inspector2", "aws.securityhub"];
