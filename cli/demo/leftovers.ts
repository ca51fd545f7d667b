import type { Sandbox } from "../../sandbox/index.ts";

/** What exists in the embedded cloud after everything was destroyed. */
export interface Leftovers {
  /** Should not exist any more: one line each. */
  readonly lines: readonly string[];
  /** Keys that AWS only schedules for deletion, 7 to 30 days ahead. */
  readonly scheduled: number;
  /** Last snapshots of destroyed databases: asked for by name, so that a mistake can be undone. */
  readonly snapshots: number;
}

/** Asks the embedded cloud itself, not Pulumi's state, what is still there. */
export async function findLeftovers(sandbox: Sandbox): Promise<Leftovers> {
  const { things, postgres, kubernetes } = await sandbox.list();
  const isScheduled = ({ state }: { readonly state?: string }) => state === "PendingDeletion";
  const isSnapshot = ({ type }: { readonly type: string }) => type.toLowerCase().includes("snapshot");
  const left = things.filter((thing) => !isScheduled(thing) && !isSnapshot(thing));
  return {
    lines: [
      ...left.map(({ type, id }) => `${type} ${id}`),
      ...postgres.map(({ identifier }) => `database server ${identifier}`),
      ...kubernetes.map(({ clusterName }) => `cluster ${clusterName}`),
    ],
    scheduled: things.filter(isScheduled).length,
    snapshots: things.filter(isSnapshot).length,
  };
}
