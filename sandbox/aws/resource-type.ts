import type { PropertyMap, ResourceContext, ResourceType } from "../provider/provider.ts";
import { type Account, inRegion } from "./account.ts";
import { AwsError } from "./aws-error.ts";
import { calling } from "./calling.ts";
import { checkInputs } from "./check-inputs.ts";
import type { Made, TypeDefinition } from "./define-type.ts";
import { derivedResource } from "./derived-types.ts";
import { difference } from "./difference.ts";
import { rowOutputs } from "./row-outputs.ts";
import { findRow, type Row, removeRow, saveRow, withGiven } from "./rows.ts";
import { map } from "./values.ts";

/** Makes a definition a resource type of one provider configuration. */
export function resourceType(definition: TypeDefinition, configured: Account): ResourceType {
  const { token } = definition;
  const derived = derivedResource(token);
  const at = (inputs?: PropertyMap) => inRegion(configured, inputs);
  return {
    token,
    secretOutputs: derived.secretOutputs ?? [],
    updatedOutputs: definition.updatedOutputs ?? [],
    madeInside: definition.madeInside ?? {},
    check: (news, olds, context) => checkInputs(definition, news, olds, context, configured),
    diff: (olds, news) => difference(definition, olds, news),
    create: (inputs, context) => create(definition, inputs, context, at(inputs)),
    read: async (id, inputs, outputs) => {
      const { account, plainId } = imported(id, at(outputs ?? inputs));
      await calling(account, definition, "read", `reading ${token} (${id})`, () => undefined);
      const row = findRow(account, token, plainId);
      if (!row || isEnding(row)) return undefined;
      return {
        id: row.id,
        inputs: readInputs(definition, row, inputs),
        outputs: rowOutputs(definition, row, account, outputs),
      };
    },
    update: async (id, olds, news) => {
      const account = at(olds);
      return await calling(account, definition, "update", `updating ${token} (${id})`, () =>
        update(definition, id, news, account),
      );
    },
    delete: async (id, outputs) => {
      const account = at(outputs);
      await calling(account, definition, "delete", `deleting ${token} (${id})`, () =>
        remove(definition, id, outputs, account),
      );
    },
  };
}

/** An id given to an import may end in its Region: `vpc-0123@eu-central-1`. */
function imported(id: string, account: Account): { readonly account: Account; readonly plainId: string } {
  const [, plainId, region] = /^(.+)@([a-z]{2}(?:-[a-z]+)+-\d)$/.exec(id) ?? [];
  if (plainId === undefined || region === undefined) return { account, plainId: id };
  return { account: inRegion(account, { region }), plainId };
}

const isEnding = (row: Row) => row.state === "PendingDeletion" || row.state === "PendingReplicaDeletion";

async function create(definition: TypeDefinition, inputs: PropertyMap, context: ResourceContext, account: Account) {
  return await calling(account, definition, "create", `creating ${definition.token} (${context.name})`, async () => {
    const made = await definition.create(inputs, account, context.name);
    const row = rowOf(definition, made, inputs, account);
    const before = findRow(account, definition.token, made.id);
    if (before && !before.madeByService) throw duplicate(definition, made.id);
    saveRow(account.world, row);
    return { id: row.id, outputs: rowOutputs(definition, row, account, inputs) };
  });
}

function duplicate(definition: TypeDefinition, id: string): AwsError {
  return new AwsError(definition.duplicateCode ?? "ResourceAlreadyExistsException", `${id} already exists`);
}

function rowOf(definition: TypeDefinition, made: Made, inputs: PropertyMap, account: Account): Row {
  return {
    type: definition.token,
    id: made.id,
    arn: made.arn ?? "",
    accountId: account.accountId,
    region: definition.global ? "global" : account.region,
    state: made.state ?? "available",
    inputs: withoutWriteOnly(definition, inputs),
    computed: made.computed ?? {},
    tags: map(inputs, "tags") as Readonly<Record<string, string>>,
    createdAt: account.world.now().toISOString(),
  };
}

function withoutWriteOnly(definition: TypeDefinition, inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !definition.writeOnly?.includes(name)));
}

function readInputs(definition: TypeDefinition, row: Row, recorded: PropertyMap | undefined): PropertyMap {
  const hidden = (definition.writeOnly ?? []).filter((name) => recorded && Object.hasOwn(recorded, name));
  return { ...row.inputs, ...Object.fromEntries(hidden.map((name) => [name, recorded?.[name]])) };
}

async function update(
  definition: TypeDefinition,
  id: string,
  news: PropertyMap,
  account: Account,
): Promise<PropertyMap> {
  const row = findRow(account, definition.token, id);
  if (!row)
    throw new AwsError(
      "ResourceNotFoundException",
      `${id} does not exist in account ${account.accountId}, Region ${account.region}`,
    );
  const computed = (await definition.update?.(row, news, account)) ?? {};
  const fresh = findRow(account, definition.token, id) ?? row;
  const changed: Row = {
    ...fresh,
    inputs: withoutWriteOnly(definition, news),
    computed: { ...withGiven(fresh.computed, news), ...computed },
    tags: map(news, "tags") as Readonly<Record<string, string>>,
  };
  saveRow(account.world, changed);
  return rowOutputs(definition, changed, account, news);
}

async function remove(definition: TypeDefinition, id: string, outputs: PropertyMap, account: Account): Promise<void> {
  const row = findRow(account, definition.token, id);
  if (!row || isEnding(row)) return;
  const kept = definition.delete ? await definition.delete(withLastSettings(row, outputs), account) : undefined;
  if (kept) saveRow(account.world, kept);
  else removeRow(account.world, row);
}

/** Settings that only the provider knows, as last recorded: they are no part of what the service stores. */
function withLastSettings(row: Row, outputs: PropertyMap): Row {
  const names = [
    "forceDestroy",
    "skipFinalSnapshot",
    "finalSnapshotIdentifier",
    "deletionWindowInDays",
    "recoveryWindowInDays",
    "forceDetachPolicies",
  ];
  const given = names.filter((name) => Object.hasOwn(outputs, name)).map((name) => [name, outputs[name]]);
  return { ...row, inputs: { ...row.inputs, ...Object.fromEntries(given) } };
}
