import { deepEqual, equal, match } from "node:assert/strict";
import type pg from "pg";
import type { Isolation } from "../../../model/isolation.ts";
import { attacksOnAdmission } from "./attacks-on-admission.ts";
import { attacksOnCluster } from "./attacks-on-clusters.ts";
import { attacksOnGuardRails } from "./attacks-on-guard-rails.ts";
import { attacksOnKeys } from "./attacks-on-keys.ts";
import { attacksOnNeighbours } from "./attacks-on-neighbours.ts";
import { attacksOnObjects } from "./attacks-on-objects.ts";
import { attacksOnRoles } from "./attacks-on-roles.ts";
import { attacksOnRows } from "./attacks-on-rows.ts";
import { attacksOnServer } from "./attacks-on-server.ts";
import { callCluster } from "./cluster-call.ts";
import { type ClusterFighter, deployBoth, duelInCluster } from "./cluster-duel.ts";
import { connect, type Fighter, fight } from "./duel.ts";
import { leaks } from "./leaks.ts";
import { specialAttacks, untilAlone } from "./special-attacks.ts";

/** Every attack on a database that is statements on one connection. */
const databaseAttacks = [
  ...attacksOnRows,
  ...attacksOnKeys,
  ...attacksOnObjects,
  ...attacksOnRoles,
  ...attacksOnServer,
];
const clusterAttacks = [...attacksOnNeighbours, ...attacksOnCluster, ...attacksOnGuardRails, ...attacksOnAdmission];

/** Declares the proof of one level in the database: one tenant attacks the other. */
export function proveDatabase(level: Isolation, pair: () => readonly [Fighter, Fighter]): void {
  describe(`statements of a tenant on another at level ${level}`, () => {
    let attempts: pg.Client;

    before(async () => {
      attempts = await connect(pair()[0].login);
    });
    after(() => attempts?.end());

    for (const attack of databaseAttacks.filter(({ levels }) => levels.includes(level))) {
      it(`R-ISO-6 ${level}: a tenant ${attack.title}, and is refused; on its own it is not`, async () => {
        const [one, two] = pair();
        const before = await two.belongings();
        equal(await fight(attack, attempts, one, two), undefined);
        deepEqual(await two.belongings(), before);
      });
    }
  });

  describe(`connections of a tenant beside another at level ${level}`, () => {
    beforeEach(async () => {
      for (const fighter of pair()) await untilAlone(fighter);
    });

    for (const attack of specialAttacks.filter(({ levels }) => levels.includes(level))) {
      it(`R-ISO-6 ${level}: a tenant ${attack.title}`, async () => {
        await attack.run(...pair());
      });
    }
    for (const leak of leaks.filter(({ levels }) => levels.includes(level))) {
      it(`R-ISO-6 ${level}: the documented leak is there: ${leak.title}`, async () => {
        await leak.show(...pair());
      });
    }
  });
}

/** Declares the proof of one level in the cluster: one tenant attacks the other. */
export function proveCluster(level: Isolation, pair: () => readonly [ClusterFighter, ClusterFighter]): void {
  for (const attack of clusterAttacks.filter(({ levels }) => levels === undefined || levels.includes(level))) {
    it(`R-ISO-5 R-ISO-6 ${level}: a tenant ${attack.title}, and is refused; on its own it is not`, async () => {
      const [one, two] = pair();
      equal(await duelInCluster(attack, one, two), undefined);
    });
  }

  it(`R-ISO-5 R-ISO-6 ${level}: a tenant deploys what is privileged, and no pod of it is made; of a restricted one it is`, async () => {
    const { privileged, restricted } = await deployBoth(pair()[0]);
    match(privileged, /violates PodSecurity "restricted:latest"/);
    equal(restricted, "1 pod");
  });

  if (level === "cluster") {
    it("R-ISO-4 R-ISO-6 cluster: a tenant's token says nothing to another's cluster", async () => {
      const [one, two] = pair();
      const version = { method: "GET", path: "/api/v1/namespaces" } as const;
      equal((await callCluster({ ...two.access, token: one.access.token }, version)).status, 401);
      equal(
        (await callCluster(one.access, { ...version, path: `${version.path}/${one.place.namespace}` })).status,
        200,
      );
    });
  }
}
