import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, type TypeDefinition } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { maps, text } from "../../values.ts";
import { checkIdentifier } from "./server.ts";

/** What differs between the two kinds of parameter groups. */
export interface ParameterGroup {
  readonly token: string;
  /** In the ARN: `pg` or `cluster-pg`. */
  readonly resource: string;
  /** Where groups are used. */
  readonly users: readonly { readonly type: string; readonly input: string }[];
}

const family = /^(postgres|aurora-postgresql|mysql|aurora-mysql|mariadb)\d/;

export function parameterGroup({ token, resource, users }: ParameterGroup): TypeDefinition {
  return defineType({
    token,
    naming: { input: "name", maximumLength: 255 },
    duplicateCode: "DBParameterGroupAlreadyExists",
    defaults: { description: "Managed by Pulumi", parameters: [] },
    check: (inputs) => {
      const named = maps(inputs, "parameters").map((parameter) => text(parameter, "name"));
      const twice = named.find((name, index) => name !== undefined && named.indexOf(name) !== index);
      const odd = text(inputs, "family");
      return [
        ...checkIdentifier(inputs, "name"),
        ...(twice === undefined
          ? []
          : [{ property: "parameters", reason: `api error InvalidParameterValue: parameter ${twice} is given twice` }]),
        ...(odd === undefined || family.test(odd)
          ? []
          : [
              {
                property: "family",
                reason: `api error InvalidParameterValue: ParameterGroupFamily ${odd} is not a valid parameter group family`,
              },
            ]),
      ];
    },
    create: (inputs, account) => {
      const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
      return { id: name, arn: arn(account, "rds", `${resource}:${name}`), computed: { name } };
    },
    delete: (row, account) => {
      refuseWhileInUse(account, users, row.id);
      return undefined;
    },
  });
}

function refuseWhileInUse(account: Account, users: ParameterGroup["users"], name: string): void {
  const using = users.flatMap(({ type, input }) =>
    rowsOf(account, type).filter(({ inputs }: { inputs: PropertyMap }) => text(inputs, input) === name),
  );
  if (using.length > 0)
    throw new AwsError(
      "InvalidDBParameterGroupState",
      `One or more database instances are still members of this parameter group ${name}: ${using.map(({ id }) => id).join(", ")}`,
    );
}
