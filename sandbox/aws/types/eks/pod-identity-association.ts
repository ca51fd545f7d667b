import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireCluster } from "./cluster-of.ts";

const token = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const unique = ["clusterName", "namespace", "serviceAccount"];

export const podIdentityAssociation = defineType({
  token,
  defaults: { disableSessionTags: false },
  create: (inputs, account) => {
    const cluster = requireCluster(account, text(inputs, "clusterName"));
    requireRole(account, text(inputs, "roleArn"), "InvalidParameterException");
    const taken = rowsOf(account, token).find((row) => unique.every((name) => row.inputs[name] === inputs[name]));
    if (taken) throw new AwsError("ResourceInUseException", `Association already exists: ${taken.id}`);
    const id = `a-${hex(17)}`;
    const associationArn = arn(account, "eks", `podidentityassociation/${cluster.id}/${id}`);
    return { id, arn: associationArn, computed: { associationArn, associationId: id, externalId: hex(32) } };
  },
  update: (_row, news, account) => {
    requireRole(account, text(news, "roleArn"), "InvalidParameterException");
    return {};
  },
});
