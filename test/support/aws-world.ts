import type { KubernetesServer, PostgresServer, World } from "../../sandbox/world/world.ts";
import { memoryStore } from "./memory-store.ts";

/** A world for the embedded account, with what its servers were asked. */
export interface AwsWorld extends World {
  readonly asked: string[];
  moveClock(days: number): void;
}

/** A world without servers: they are only recorded, so that a test of the account takes milliseconds. */
export function awsWorld(): AwsWorld {
  const asked: string[] = [];
  const postgres = new Map<string, PostgresServer>();
  const clusters = new Map<string, KubernetesServer>();
  let now = Date.UTC(2026, 0, 1);
  const unused = () => {
    throw new Error("not used by the embedded account");
  };
  return {
    asked,
    store: memoryStore(),
    now: () => new Date(now),
    moveClock: (days) => {
      now += days * 86_400_000;
    },
    postgres: {
      start: async (identifier, master, databaseName) => {
        asked.push(`postgres.start ${identifier} ${master.username} ${databaseName ?? "-"}`);
        const server = { identifier, host: "127.0.0.1", port: 15_432 + postgres.size };
        postgres.set(identifier, server);
        return server;
      },
      setMasterPassword: async (identifier, username) => {
        asked.push(`postgres.setMasterPassword ${identifier} ${username}`);
      },
      get: (identifier) => postgres.get(identifier),
      at: (_host, port) => [...postgres.values()].find((server) => server.port === port),
      issueToken: unused,
      remove: async (identifier) => {
        asked.push(`postgres.remove ${identifier}`);
        postgres.delete(identifier);
      },
    },
    kubernetes: {
      start: async (clusterName) => {
        asked.push(`kubernetes.start ${clusterName}`);
        const server = {
          clusterName,
          endpoint: `https://127.0.0.1:${16_443 + clusters.size}`,
          certificateAuthority: "LS0t",
        };
        clusters.set(clusterName, server);
        return server;
      },
      get: (clusterName) => clusters.get(clusterName),
      issueToken: async (clusterName) => `token of ${clusterName}`,
      remove: async (clusterName) => {
        asked.push(`kubernetes.remove ${clusterName}`);
        clusters.delete(clusterName);
      },
    },
  };
}
