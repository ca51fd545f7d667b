import type { PropertyMap } from "../provider/provider.ts";
import type { World } from "../world/world.ts";
import { listAwsResources } from "./existing.ts";
import { clearFaults, type FaultRule, setFaults } from "./faults.ts";
import { allRows, removeRow, saveRow, withGiven } from "./rows.ts";
import { latestConfiguration } from "./types/appconfig/latest-configuration.ts";
import { addRecoveryPoint } from "./types/backup/recovery-points.ts";
import { cancelDeletion } from "./types/kms/key.ts";
import { deleteObject, objectsIn, putObject } from "./types/s3/objects.ts";
import { map, number, text } from "./values.ts";

function required(args: PropertyMap, name: string): string {
  const value = text(args, name);
  if (value === undefined || value === "") throw new Error(`The argument ${name} is missing; a text is expected.`);
  return value;
}

function rowOf(world: World, args: PropertyMap) {
  const [type, id] = [required(args, "type"), required(args, "id")];
  const row = allRows(world, type).find((candidate) => candidate.id === id);
  if (!row) throw new Error(`${type} ${id} does not exist.`);
  return row;
}

/** What can be done in the embedded account beside Pulumi: objects, deletions taken back, faults, changes by hand. */
export function awsCalls(world: World): Readonly<Record<string, (args: PropertyMap) => unknown>> {
  return {
    list: () => listAwsResources(world),
    "s3.putObject": (args) =>
      putObject(world, required(args, "bucket"), required(args, "key"), text(args, "body") ?? ""),
    "s3.deleteObject": (args) => deleteObject(world, required(args, "bucket"), required(args, "key")),
    "s3.listObjects": (args) => objectsIn(world, required(args, "bucket")),
    "appconfig.getLatestConfiguration": (args) =>
      latestConfiguration(world, {
        application: required(args, "application"),
        environment: required(args, "environment"),
        profile: required(args, "profile"),
      }),
    "backup.addRecoveryPoint": (args) =>
      addRecoveryPoint(world, required(args, "vaultArn"), required(args, "resourceArn")),
    "kms.cancelDeletion": (args) => cancelDeletion(world, required(args, "keyId")),
    "faults.set": (args) => setFaults(world, (args["rules"] ?? []) as readonly FaultRule[], number(args, "seed")),
    "faults.clear": () => clearFaults(world),
    "rows.get": (args) => rowOf(world, args),
    // As if somebody had changed it in the console: `patch` goes over the settings, null takes one away.
    "rows.update": (args) => {
      const row = rowOf(world, args);
      const patched = { ...row.inputs, ...map(args, "patch") };
      const inputs = Object.fromEntries(Object.entries(patched).filter(([, value]) => value !== null));
      saveRow(world, {
        ...row,
        inputs,
        computed: withGiven(row.computed, inputs),
        tags: map(inputs, "tags") as Readonly<Record<string, string>>,
      });
    },
    "rows.delete": (args) => removeRow(world, rowOf(world, args)),
  };
}
