/** Parameters that a server reads at its start only (https://www.postgresql.org/docs/17/view-pg-settings.html, context `postmaster`). */
const readAtStart: ReadonlySet<string> = new Set(["shared_preload_libraries", "max_connections"]);

/** Parameters as parameter groups take them; those read at the start apply at the next one. */
export function rdsParameters(parameters: Readonly<Record<string, string>>) {
  return Object.entries(parameters)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => ({
      name,
      value,
      applyMethod: readAtStart.has(name) ? "pending-reboot" : "immediate",
    }));
}

/** Family of parameter groups, e.g. `postgres17` for version 17.6. */
export function parameterFamily(service: "rds" | "aurora", engineVersion: string): string {
  const major = engineVersion.split(".")[0] ?? engineVersion;
  return service === "rds" ? `postgres${major}` : `aurora-postgresql${major}`;
}
