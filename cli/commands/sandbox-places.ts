import { join, resolve } from "node:path";

/** The checkout, which holds the program that Pulumi runs. */
export const projectFolder = resolve(import.meta.dirname, "..", "..");

/** Where the sandbox lies: `TENANTRY_SANDBOX_DIR`, else `.tenantry/sandbox` of the checkout. */
export function sandboxFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return resolve(environment["TENANTRY_SANDBOX_DIR"] || join(projectFolder, ".tenantry", "sandbox"));
}

/** Where the fleet's files lie: `TENANTRY_FLEET_DIR`, else the checkout. */
export function fleetFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return resolve(environment["TENANTRY_FLEET_DIR"] || projectFolder);
}

/** What stack state of this checkout is encrypted with, in whichever sandbox it lies. */
export const passphraseFile = join(projectFolder, ".tenantry", "passphrase");
