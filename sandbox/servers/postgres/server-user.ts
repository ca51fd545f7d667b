import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

/** Who PostgreSQL runs as where that is not the user of this process. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const userName = "postgres";

/**
 * PostgreSQL refuses to run as root: root's servers run as the user `postgres`, which is made where it is missing.
 * Undefined for anybody else, whose servers run as himself.
 *
 * @throws where the user cannot be made
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return lookUp();
  } catch {
    // id exits with 1 where there is no such user.
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", userName],
      { stdio: "pipe" },
    );
    return lookUp();
  }
}

function lookUp(): ServerUser {
  const number = (flag: string): number =>
    Number(execFileSync("id", [flag, userName], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return { uid: number("-u"), gid: number("-g") };
}

/** Whether the user may enter a folder and all that it lies in. */
export function mayEnter(user: ServerUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  const parent = dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || mayEnter(user, parent));
}
