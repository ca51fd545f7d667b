import type { PropertyMap } from "../provider/provider.ts";
import type { World } from "../world/world.ts";
import type { Account } from "./account.ts";

/** One existing thing of the embedded account. */
export interface Row {
  readonly type: string;
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  /** `global` where the service knows no Region. */
  readonly region: string;
  /** The service's own word, e.g. `Enabled`, `PendingDeletion`, `available`. */
  readonly state: string;
  /** Settings as they stand. */
  readonly inputs: PropertyMap;
  /** What the service made. */
  readonly computed: PropertyMap;
  readonly tags: Readonly<Record<string, string>>;
  /** True for what a service makes by itself, e.g. a VPC's default security group. */
  readonly madeByService?: boolean;
  readonly createdAt: string;
}

const collection = (type: string) => `aws:${type}`;
const key = (row: Pick<Row, "accountId" | "region" | "id">) => `${row.accountId}/${row.region}/${row.id}`;

export function saveRow(world: World, row: Row): void {
  world.store.set(collection(row.type), key(row), { ...row });
}

export function removeRow(world: World, row: Row): void {
  world.store.delete(collection(row.type), key(row));
}

/** Everything of a type, in all accounts and Regions. */
export function allRows(world: World, type: string): readonly Row[] {
  return world.store.list(collection(type)).map(({ value }) => value as unknown as Row);
}

/** Everything of a type in an account and Region; what has no Region is in each. */
export function rowsOf(account: Account, type: string): readonly Row[] {
  return allRows(account.world, type).filter(
    (row) => row.accountId === account.accountId && (row.region === account.region || row.region === "global"),
  );
}

/** The thing of an id, looked up directly. */
export function findRow(account: Account, type: string, id: string): Row | undefined {
  const { world, accountId, region } = account;
  const found = [region, "global"].map((place) =>
    world.store.get(collection(type), key({ accountId, region: place, id })),
  );
  return (found[0] ?? found[1]) as unknown as Row | undefined;
}

/** Computed outputs after a change of settings: what is given now takes the place of what the service had made up. */
export function withGiven(computed: PropertyMap, given: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(computed).map(([name, value]) => [name, given[name] ?? value]));
}
