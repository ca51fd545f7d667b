import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { ownNamespace } from "../identity/own-namespace.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

const read = ["appconfig:GetLatestConfiguration", "appconfig:StartConfigurationSession"];

/** Configurations of the account, whose ids AppConfig makes up. */
const configurations = ({ partition, region, accountId }: CellReference) =>
  `arn:${partition}:appconfig:${region}:${accountId}:application/*/environment/*/configuration/*`;

/**
 * A workload reads the one configuration that carries its own namespace as a tag, as its environment and profile do.
 *
 * Source: Service Authorization Reference, AWS AppConfig: the resource type `configuration` knows `aws:ResourceTag`.
 */
export const ownConfigurationStatement = (cell: CellReference): PolicyStatement => ({
  Sid: "OwnConfiguration",
  Effect: "Allow",
  Action: read,
  Resource: configurations(cell),
  Condition: { StringEquals: { "aws:ResourceTag/kubernetes-namespace": ownNamespace } },
});

/** The most of that which a role of a tenant may ever come to have. */
export const anyConfigurationStatement = (cell: CellReference): PolicyStatement => ({
  Sid: "Configurations",
  Effect: "Allow",
  Action: read,
  Resource: configurations(cell),
});

/** AppConfig decrypts with the reader's own permissions; the key may be used for that, and through AppConfig alone. */
export const configurationKeyStatement = (
  { region }: CellReference,
  kmsKeyArn: pulumi.Input<string>,
): PolicyStatement => ({
  Sid: "OwnConfigurationKey",
  Effect: "Allow",
  Action: "kms:Decrypt",
  Resource: kmsKeyArn,
  Condition: { StringEquals: { "kms:ViaService": `appconfig.${region}.amazonaws.com` } },
});
