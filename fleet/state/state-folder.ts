import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readRecord } from "./read-record.ts";
import type { RecordReading } from "./recorded-stack.ts";
import { StateError } from "./state-error.ts";

/** Records of many stacks in one place. */
export interface StateFolder {
  readonly folder: string;
  /** Names of the stacks that have a file, sorted; one may turn out to be empty. */
  stacks(): readonly string[];
  /** Reads one stack's record. Nothing is kept. */
  read(stack: string): RecordReading;
}

/** The project's name in `Pulumi.yaml`. */
const project = "tenantry";

/**
 * Opens what `--state` names: the folder of a `file://` backend (the one that holds `.pulumi`), or a folder with
 * `<stack>.json` of `pulumi stack export`. Only reads.
 *
 * @throws StateError where it is another backend's URL, or no folder.
 */
export function openStateFolder(location: string): StateFolder {
  const folder = folderOf(location);
  const names = listStacks(folder);
  return { folder, stacks: () => names, read: (stack) => readFrom(folder, stack) };
}

function folderOf(location: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(location)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "file") throw new StateError(otherBackend(scheme));
  const folder = scheme === "file" ? pathOf(location) : resolve(location);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return folder;
  throw new StateError(
    `--state: ${folder} is ${found === undefined ? "not there" : "no folder"}. ${allowed} The sandbox's: --state .tenantry/sandbox/state`,
  );
}

const allowed =
  "A folder is allowed: of a file:// backend (it holds .pulumi), or one with <stack>.json of pulumi stack export.";

/** A `file://` URL may be relative or start at the home folder for the engine; here only a whole path is clear. */
function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new StateError(`--state: ${url} is no path on this machine. Give the folder itself: --state ./state`);
  }
}

const otherBackend = (scheme: string): string =>
  `--state: a ${scheme}:// backend cannot be read from here, since that takes its credentials. ${allowed} Type first, with the backend's login: mkdir -p state; pulumi stack export --stack <stack> --file state/<stack>.json. Then: --state state`;

function readFrom(folder: string, stack: string): RecordReading {
  for (const path of candidates(folder, stack)) {
    const bytes = bytesOf(path);
    if (Buffer.isBuffer(bytes)) return readRecord(bytes, stack, path);
    if (bytes !== undefined) return { kind: "refused", reason: bytes };
  }
  return { kind: "absent" };
}

/** Where a backend of files keeps stacks (`stackPath` in Pulumi's `pkg/backend/diy/store.go`), then exports. */
const places: readonly string[] = [join(".pulumi", "stacks", project), join("stacks", project), project, ""];
const endings: readonly string[] = [".json", ".json.gz"];

const candidates = (folder: string, stack: string): readonly string[] =>
  places.flatMap((place) => endings.map((ending) => join(folder, place, `${stack}${ending}`)));

/** Names in the first place that holds any: beside a backend's own folder may lie other things. */
function listStacks(folder: string): readonly string[] {
  const found = places.map((place) => stacksIn(join(folder, place))).find((stacks) => stacks.length > 0) ?? [];
  return [...new Set(found)].toSorted();
}

const stacksIn = (folder: string): readonly string[] =>
  namesIn(folder).flatMap((name) => {
    const ending = endings.find((each) => name.endsWith(each));
    return ending === undefined ? [] : [name.slice(0, -ending.length)];
  });

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Undefined where there is no such file; words where it cannot be read. */
function bytesOf(path: string): Buffer | string | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code === "EACCES" || code === "EPERM") return `${path} may not be read by this user`;
    if (code === "EISDIR") return `${path} is a folder`;
    throw error;
  }
}
