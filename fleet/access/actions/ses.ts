import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const identities = ({ partition, region, accountId }: AccessScope) => [
  `arn:${partition}:ses:${region}:${accountId}:identity/*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html */
export const sesAccess: AccessTable = {
  "aws:sesv2/emailIdentity:EmailIdentity": {
    actions: actionsOf(
      "ses",
      "CreateEmailIdentity GetEmailIdentity DeleteEmailIdentity PutEmailIdentityDkimSigningAttributes PutEmailIdentityConfigurationSetAttributes TagResource UntagResource ListTagsForResource",
    ),
    resources: identities,
  },
};
