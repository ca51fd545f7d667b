import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { checkInputs, type InputSchema } from "../provider/input-schema.ts";
import { parsePath } from "../provider/property-path.ts";
import type { CheckFailure, DiffResult, PropertyMap, ResourceType } from "../provider/provider.ts";
import { changedPaths } from "../provider/structural-diff.ts";
import { holdsUnknown } from "../provider/unknown.ts";
import type { PostgresAccess } from "./connection/access.ts";
import { ServerGoneError } from "./connection/server-gone-error.ts";
import { SqlError } from "./connection/session.ts";

/** A kind of object in a server, and the SQL that makes, changes, shows and drops it. */
export interface SqlType {
  readonly token: string;
  readonly schema: InputSchema;
  /** What stands for an input that is missing. */
  readonly defaults: PropertyMap;
  /** Lists whose order means nothing. */
  readonly sets?: readonly string[];
  /** Inputs that no update can change. */
  readonly replaces: readonly string[];
  readonly secretOutputs?: readonly string[];
  /** True where a missing `name` is made from the resource's name. */
  readonly named?: boolean;
  /** Rules over several inputs; called where each passes the schema. Inputs may be unknown. */
  refuse?(inputs: PropertyMap): readonly CheckFailure[];
  id(inputs: PropertyMap): string;
  /** Inputs out of an id given to `pulumi import`; undefined where the id does not name one. */
  parseId?(id: string): PropertyMap | undefined;
  create(access: PostgresAccess, inputs: PropertyMap): Promise<void>;
  update?(access: PostgresAccess, olds: PropertyMap, news: PropertyMap): Promise<void>;
  /** Inputs as the server has them, of those that it knows; undefined where the object is gone. */
  live(access: PostgresAccess, inputs: PropertyMap): Promise<PropertyMap | undefined>;
  /** Outputs beside the inputs. */
  computed?(inputs: PropertyMap): PropertyMap;
  /** Called only while the object exists. */
  drop(access: PostgresAccess, inputs: PropertyMap): Promise<void>;
}

// The database that the object was in, or the role, schema or object itself, does not exist.
const goneCodes: ReadonlySet<string> = new Set(["3D000", "3F000", "42P01", "42704", "42883"]);

/** Makes a resource type of SQL that works on one server. */
export function resourceType(type: SqlType, access: PostgresAccess): ResourceType {
  const outputsOf = (inputs: PropertyMap): PropertyMap => ({ ...type.defaults, ...inputs, ...type.computed?.(inputs) });
  const live = (inputs: PropertyMap): Promise<PropertyMap | undefined> =>
    type.live(access, { ...type.defaults, ...inputs }).catch(undefinedIfGone);
  const update = type.update?.bind(type);
  return {
    token: type.token,
    secretOutputs: type.secretOutputs ?? [],
    check: (news, olds, context) => {
      const inputs = type.named ? { ...news, name: news["name"] ?? olds?.["name"] ?? autoName(context.name) } : news;
      const failures = checkInputs(type.schema, inputs);
      return { inputs, failures: failures.length > 0 ? failures : (type.refuse?.(inputs) ?? []) };
    },
    diff: (olds, news) => compare(type, olds, news),
    create: async (inputs) => {
      await type.create(access, { ...type.defaults, ...inputs });
      return { id: type.id(inputs), outputs: outputsOf(inputs) };
    },
    read: async (id, recorded) => {
      const inputs = recorded ?? type.parseId?.(id);
      if (!inputs) throw new Error(`${type.token} cannot be imported by the id "${id}".`);
      const found = await live(inputs);
      if (!found) return undefined;
      const current = liveInputs(type, inputs, found);
      return { id, inputs: current, outputs: outputsOf(current) };
    },
    ...(update && {
      update: async (_id, olds, news) => {
        await update(access, { ...type.defaults, ...olds }, { ...type.defaults, ...news });
        return outputsOf(news);
      },
    }),
    delete: async (_id, outputs) => {
      if (await live(outputs)) await type.drop(access, outputs);
    },
  };
}

function undefinedIfGone(error: unknown): undefined {
  if (error instanceof ServerGoneError) return undefined;
  if (error instanceof SqlError && goneCodes.has(error.code)) return undefined;
  throw error;
}

function autoName(name: string): string {
  return `${name}-${randomBytes(4).toString("hex").slice(0, 7)}`;
}

function compare(type: SqlType, olds: PropertyMap, news: PropertyMap): DiffResult {
  const changed = changedPaths(
    ordered(type, { ...type.defaults, ...olds }),
    ordered(type, { ...type.defaults, ...news }),
  );
  const replaces = changed.filter((path) => type.replaces.includes(String(parsePath(path)[0])));
  const sameName = replaces.length > 0 && !holdsUnknown(news) && type.id(olds) === type.id(news);
  return { changed, replaces, deleteBeforeReplace: sameName };
}

/** Brings sets into one order, so that two are compared by what is in them. */
function ordered(type: SqlType, inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      type.sets?.includes(name) && Array.isArray(value) ? [...new Set(value)].sort() : value,
    ]),
  );
}

/** The recorded inputs, with those replaced that the server has otherwise. */
function liveInputs(type: SqlType, recorded: PropertyMap, found: PropertyMap): PropertyMap {
  const expected = ordered(type, { ...type.defaults, ...recorded });
  const actual = ordered(type, found);
  const drifted = Object.entries(actual).filter(([name, value]) => !isDeepStrictEqual(value, expected[name]));
  return { ...recorded, ...Object.fromEntries(drifted) };
}
