import type { Cell } from "../cells/index.ts";
import type { Located } from "../model/located.ts";
import { findNameCollisions, type NameCollision, namesOfCell, namesOfTenant } from "../model/name-collisions.ts";
import { namePrefix } from "../model/naming.ts";
import { nearest } from "../model/nearest.ts";
import type { Problem } from "../model/problems.ts";
import type { FleetSpec } from "../model/specs/fleet-spec.ts";
import type { Tiers } from "../tiers/index.ts";
import type { TenantFile } from "./tenant-files.ts";

/** Cells that take a tier which nobody offers. */
export function findCellTierProblems(cells: readonly Cell[], tiers: Tiers): readonly Problem[] {
  const known = [...tiers.sources.keys()].filter((name) => !name.includes("@"));
  return cells.flatMap(({ spec, document }) =>
    spec.tiers.flatMap((tier, index) => {
      const meant = nearest(tier, known);
      const problem: Problem = {
        ...document.placeOf(["tiers", index]),
        code: "CELL_TIER_UNKNOWN",
        path: `tiers.${index}`,
        message: "is not a tier on offer",
        found: tier,
        allowed: known.join(", "),
        suggestion: meant === undefined ? "remove it, or add its file to tiers/" : `did you mean ${meant}?`,
      };
      return known.includes(tier) ? [] : [problem];
    }),
  );
}

/** Tenants that share an id (or differ in it by case only), a uid, or a physical name with another tenant or a cell. */
export function findSharedIdentities(
  files: readonly TenantFile[],
  cells: readonly Cell[],
  fleet: FleetSpec | undefined,
): readonly Problem[] {
  const shared = [
    ...findShared(files, "id", ({ spec }) => spec.id.toLowerCase(), {
      code: "TENANT_ID_TAKEN",
      message: "is another tenant's already, upper and lower case not told apart",
      suggestion: "give one of them another id, or delete the second file",
    }),
    ...findShared(files, "uid", ({ spec }) => spec.uid, {
      code: "TENANT_UID_TAKEN",
      message: "is another tenant's already; both would have the same physical names",
      suggestion:
        "for the newer tenant, delete the file and let `tenantry new` write it; a copied file must not keep the uid",
    }),
  ];
  return fleet === undefined ? shared : [...shared, ...findNameProblems(files, cells, fleet)];
}

type Words = Pick<Problem, "code" | "message" | "suggestion">;

function findShared(
  files: readonly TenantFile[],
  key: "id" | "uid",
  identityOf: (file: TenantFile) => string,
  words: Words,
): readonly Problem[] {
  const first = new Map<string, TenantFile>();
  return files.toSorted(byAge).flatMap((file) => {
    const earlier = first.get(identityOf(file));
    first.set(identityOf(file), earlier ?? file);
    return earlier === undefined
      ? []
      : [
          {
            ...file.document.placeOf([key]),
            ...words,
            path: key,
            found: `${file.spec[key]}, which is in ${earlier.document.file}`,
            allowed: "one of its own",
          },
        ];
  });
}

/** The older tenant keeps what two want. */
const byAge = (one: TenantFile, other: TenantFile) =>
  one.spec.created.localeCompare(other.spec.created) || one.document.file.localeCompare(other.document.file);

function findNameProblems(files: readonly TenantFile[], cells: readonly Cell[], fleet: FleetSpec): readonly Problem[] {
  const prefix = namePrefix(fleet);
  const tenants = new Map(files.toSorted(byAge).map((file) => [`tenant ${file.spec.id}`, file]));
  const byUid = new Map(
    files
      .toSorted(byAge)
      .toReversed()
      .map((file) => [file.spec.uid, file]),
  );
  // Two tenants of one uid are told so already, in one line instead of one for each name.
  const owners = [
    ...cells.map(({ spec }) => [`cell ${spec.id}`, namesOfCell(prefix, spec)] as const),
    ...[...tenants]
      .filter(([, file]) => byUid.get(file.spec.uid) === file)
      .map(([owner, { spec }]) => [owner, namesOfTenant(prefix, spec.uid)] as const),
  ];
  return findNameCollisions(owners).flatMap((collision) => {
    const later = collision.owners[1];
    const cell = cells.find(({ spec }) => `cell ${spec.id}` === later);
    const tenant = tenants.get(later);
    return [
      ...(tenant === undefined ? [] : [nameTaken(collision, tenant.document, "uid")]),
      ...(cell === undefined ? [] : [nameTaken(collision, cell.document, "id")]),
    ];
  });
}

function nameTaken({ service, name, owners: [earlier] }: NameCollision, document: Located, key: "uid" | "id"): Problem {
  return {
    ...document.placeOf([key]),
    code: "NAME_TAKEN",
    path: key,
    message: `would give a ${service} the name that ${earlier} has`,
    found: name,
    allowed: "a name of its own",
    suggestion: key === "uid" ? "let `tenantry new` write the file anew" : "choose another id",
  };
}
