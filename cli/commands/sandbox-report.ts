import type { Existing, SandboxStatus } from "../../sandbox/index.ts";

/** What runs, for a person. */
export function statusLines(folder: string, status: SandboxStatus): readonly string[] {
  if (status.kind === "stopped") return [`The sandbox in ${folder} is stopped. Start it: tenantry sandbox start`];
  const { pid, ready, problems, packages, postgres, kubernetes } = status.daemon;
  const state = (running: boolean): string => (running ? "running" : "stopped, starts when it is asked");
  return [
    `The sandbox in ${folder} is ${ready ? "running" : "starting"} (process ${pid}).`,
    `  plugins     ${packages.map(({ name, version }) => `${name} ${version}`).join(", ")}`,
    ...postgres.map(
      ({ identifier, host, port, running }) => `  PostgreSQL  ${identifier} on ${host}:${port}, ${state(running)}`,
    ),
    ...kubernetes.map(
      ({ clusterName, endpoint, running }) => `  Kubernetes  ${clusterName} on ${endpoint}, ${state(running)}`,
    ),
    ...problems.map((problem) => `  problem     ${problem}`),
  ];
}

/** What exists, for a person: one thing a line. */
export function existingLines({ things, postgres, kubernetes }: Existing): readonly string[] {
  const lines = [
    ...things.map(({ type, id, tags }) => `${type}  ${id}${tagText(tags)}`),
    ...postgres.flatMap(({ identifier, databases, roles }) => [
      ...databases.map(
        ({ name, schemas }) => `postgresql database  ${identifier}/${name}  schemas: ${schemas.join(", ")}`,
      ),
      ...roles.map((role) => `postgresql role  ${identifier}/${role}`),
    ]),
    ...kubernetes.flatMap(({ clusterName, namespaces }) => [
      `kubernetes cluster  ${clusterName}`,
      ...namespaces.map(({ name, labels }) => `kubernetes namespace  ${clusterName}/${name}${tagText(labels)}`),
    ]),
  ];
  return lines.length === 0 ? ["Nothing exists in the embedded cloud."] : lines;
}

/** `export` lines that a POSIX shell evaluates. */
export function exportLines(environment: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(environment).map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`);
}

function tagText(tags: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(tags).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? "" : `  ${pairs.join(" ")}`;
}
