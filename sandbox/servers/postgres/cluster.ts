import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg, { type Client } from "pg";
import { runCommand } from "../../engine/run-command.ts";
import { lastLogLines, type SupervisedProcess, startProcess } from "../process/supervised-process.ts";
import { accessRules, administratorRole } from "./access-rules.ts";
import { makeServerFolder, makeSocketFolder } from "./server-folders.ts";
import type { ServerUser } from "./server-user.ts";
import { endStalePostmaster } from "./stale-postmaster.ts";
import type { TokenAuthority } from "./token-authority.ts";

/** What is the same for all servers of a sandbox. */
export interface ClusterSurroundings {
  readonly programsFolder: string;
  readonly recordFolder: string;
  readonly user: ServerUser | undefined;
  readonly authority: TokenAuthority;
}

export interface ClusterOptions {
  readonly identifier: string;
  /** Holds data, log and the superuser's password. */
  readonly folder: string;
  readonly port: number;
  readonly masterUsername: string;
}

const passwordFile = "administrator.password";
const socketEndsWith = ".s.PGSQL.";

// Nothing here outlives the machine's crash, so nothing waits for the disk; a crash of the server alone loses nothing.
const settings = {
  listen_addresses: "127.0.0.1",
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "200",
  shared_buffers: "16MB",
  max_wal_size: "256MB",
  io_method: "sync",
  password_encryption: "scram-sha-256",
  // A statement may hold a password, and a failed one would be logged.
  log_min_error_statement: "panic",
  log_statement: "none",
};

/** Makes the data of a server where it has none, and starts it. @throws where it does not start. */
export async function startCluster(
  options: ClusterOptions,
  surroundings: ClusterSurroundings,
): Promise<SupervisedProcess> {
  const { folder, port, identifier } = options;
  const { user } = surroundings;
  makeServerFolder(folder, user);
  const data = join(folder, "data");
  if (!existsSync(data)) await initialise(folder, data, surroundings);
  await endStalePostmaster(data);
  const rules = join(data, "pg_hba.conf");
  writeFileSync(rules, accessRules(identifier, options.masterUsername, surroundings.authority), { mode: 0o600 });
  if (user !== undefined) chownSync(rules, user.uid, user.gid);
  const flags = Object.entries({ ...settings, unix_socket_directories: makeSocketFolder(folder, user) }).flatMap(
    ([name, value]) => ["-c", `${name}=${value}`],
  );
  const process = await startProcess({
    name: `postgres-${identifier}`,
    command: join(surroundings.programsFolder, "postgres"),
    args: ["-D", data, "-p", String(port), ...flags],
    workFolder: folder,
    logFile: join(folder, "postgres.log"),
    recordFolder: surroundings.recordFolder,
    // Fast shutdown: ends sessions, then writes a checkpoint.
    stopSignal: "SIGINT",
    ...(user === undefined ? {} : { user }),
  });
  await untilReady(options, process, user);
  return process;
}

/** Runs `work` as the superuser, through the Unix socket. */
export async function asAdministrator<Result>(
  options: Pick<ClusterOptions, "folder" | "port">,
  user: ServerUser | undefined,
  work: (client: Client) => Promise<Result>,
  database = "postgres",
): Promise<Result> {
  const client = new pg.Client({
    host: makeSocketFolder(options.folder, user),
    port: options.port,
    user: administratorRole,
    password: readFileSync(join(options.folder, passwordFile), "utf8"),
    database,
  });
  // A server that ends while the connection is idle must not end this process; the next query fails instead.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function initialise(folder: string, data: string, { programsFolder, user }: ClusterSurroundings): Promise<void> {
  const staging = `${data}.new`;
  rmSync(staging, { recursive: true, force: true });
  const password = join(folder, passwordFile);
  writeFileSync(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (user !== undefined) chownSync(password, user.uid, user.gid);
  const args = [
    "-D",
    staging,
    "-U",
    administratorRole,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-sync",
  ];
  // The same order and classes of characters on every machine, whatever locales it has.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const result = await runCommand(join(programsFolder, "initdb"), [...args, ...locale], {
    workFolder: folder,
    ...(user === undefined ? {} : { user }),
  });
  if (result.exitCode !== 0)
    throw new Error(`PostgreSQL's data could not be made in ${folder}: ${result.stderr.trim()}`);
  renameSync(staging, data);
}

const pollMilliseconds = 25;

async function untilReady(
  options: ClusterOptions,
  process: SupervisedProcess,
  user: ServerUser | undefined,
): Promise<void> {
  const socket = join(makeSocketFolder(options.folder, user), `${socketEndsWith}${options.port}`);
  while (process.isRunning()) {
    if (
      existsSync(socket) &&
      (await asAdministrator(options, user, (client) => client.query("SELECT 1")).catch(() => undefined))
    )
      return;
    await sleep(pollMilliseconds);
  }
  throw new Error(
    `The PostgreSQL server ${options.identifier} does not start on port ${options.port}: ${lastLogLines(join(options.folder, "postgres.log"))}`,
  );
}
