import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { TrustedOutsider } from "../../model/integration.ts";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import type { ConnectionArgs } from "./connection-args.ts";

export interface OutsideRoleArgs extends ConnectionArgs<"outside_role"> {
  readonly bucketName: string;
  readonly permissionsBoundaryArn: pulumi.Input<string>;
}

/**
 * A role that one principal outside takes on, for one folder of the tenant's bucket: no long-lived key changes hands.
 *
 * Costs nothing. While the tenant is suspended the role is denied everything.
 */
export class OutsideRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: OutsideRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:OutsideRole", name, {}, opts);
    const parent = { parent: this };
    const role = new Role(
      name,
      {
        name: args.plan.roleName,
        assumeRolePolicy: policyDocument([trustIn(args)]),
        permissionsBoundary: args.permissionsBoundaryArn,
        maxSessionDuration: 3600,
      },
      parent,
    );
    const policy = policyDocument(folderStatements(args));
    new RolePolicy(`${name}-policy`, { name: "access", role: role.name, policy }, parent);
    this.arn = role.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

function trustIn({ plan, cell }: OutsideRoleArgs): PolicyStatement {
  const { trusted } = plan.connection;
  if (trusted.kind === "account") {
    const externalId = externalIdOf(trusted, plan.externalId);
    return {
      Sid: "Outsider",
      Effect: "Allow",
      Principal: { AWS: trusted.principalArn },
      Action: "sts:AssumeRole",
      ...(externalId === undefined ? {} : { Condition: { StringEquals: { "sts:ExternalId": externalId } } }),
    };
  }
  const { issuer, builtIn, claims } = trusted;
  return {
    Sid: "Outsider",
    Effect: "Allow",
    Principal: {
      Federated: builtIn ? issuer : `arn:${cell.partition}:iam::${cell.accountId}:oidc-provider/${issuer}`,
    },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value])),
    },
  };
}

function externalIdOf(
  { externalId }: Extract<TrustedOutsider, { kind: "account" }>,
  generated: string,
): string | undefined {
  return externalId.kind === "given" ? externalId.value : externalId.kind === "generated" ? generated : undefined;
}

function folderStatements({ plan, cell, bucketName, kmsKeyArn, active }: OutsideRoleArgs): readonly PolicyStatement[] {
  if (!active) return [{ Sid: "Suspended", Effect: "Deny", Action: "*", Resource: "*" }];
  const { folder, access } = plan.connection;
  const bucket = `arn:${cell.partition}:s3:::${bucketName}`;
  const write = access === "read_write" ? ["s3:PutObject"] : [];
  return [
    { Sid: "Objects", Effect: "Allow", Action: ["s3:GetObject", ...write], Resource: `${bucket}/${folder}*` },
    { Sid: "Place", Effect: "Allow", Action: "s3:GetBucketLocation", Resource: bucket },
    {
      Sid: "List",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: bucket,
      Condition: { StringLike: { "s3:prefix": [folder, `${folder}*`] } },
    },
    {
      Sid: "Key",
      Effect: "Allow",
      Action: ["kms:Decrypt", ...(write.length > 0 ? ["kms:GenerateDataKey"] : [])],
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${cell.region}.amazonaws.com` } },
    },
  ];
}
