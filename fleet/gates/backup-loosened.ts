import { backups } from "../protections/backups.ts";
import { type Gate, gateOf } from "./gate.ts";
import { looserIn } from "./loosened.ts";

/** Nothing is kept shorter or copied less: backups, copies, old versions, locks, logs. */
export const backupLoosened: Gate = gateOf("backup-loosened", (change) => looserIn(change, backups));
