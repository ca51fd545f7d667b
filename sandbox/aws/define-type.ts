import type { CheckFailure, PropertyMap } from "../provider/provider.ts";
import type { Account } from "./account.ts";
import { derivedResource } from "./derived-types.ts";
import type { Row } from "./rows.ts";

/** What the service makes of inputs. */
export interface Made {
  /** Pulumi's id. */
  readonly id: string;
  /** Absent for things without one, e.g. a bucket's versioning. */
  readonly arn?: string;
  /** Outputs beside the inputs. */
  readonly computed?: PropertyMap;
  /** The service's own word; absent for `available`. */
  readonly state?: string;
}

/** One resource type, as far as the derived data does not say it. */
export interface TypeDefinition {
  readonly token: string;
  /** The name that the provider makes up from the resource's where neither it nor its prefix is given. */
  readonly naming?: { readonly input: string; readonly maximumLength: number; readonly before?: string };
  /** Inputs that cannot change in place, beside those that the registry lists. */
  readonly replaces?: readonly string[];
  /** Inputs that the provider changes in place although the registry says they replace. */
  readonly inPlace?: readonly string[];
  /** Inputs that the service never gives back; they are not stored. */
  readonly writeOnly?: readonly string[];
  /** True for services without Regions: IAM. */
  readonly global?: boolean;
  /** Outputs that an update changes. */
  readonly updatedOutputs?: readonly string[];
  /** Input map → what the service adds inside it. */
  readonly madeInside?: Readonly<Record<string, readonly string[]>>;
  /** What the service reports where an input is not given. */
  readonly defaults?: PropertyMap;
  /** Code of the refusal of a second thing with the same id. */
  readonly duplicateCode?: string;
  /** Value rules; unknown values read as absent (`values.ts`). */
  check?(inputs: PropertyMap, account: Account): readonly CheckFailure[];
  create(inputs: PropertyMap, account: Account, logicalName: string): Made | Promise<Made>;
  /** Gives what changes among the computed outputs. Without it, an update only replaces the inputs. */
  update?(row: Row, news: PropertyMap, account: Account): PropertyMap | Promise<PropertyMap>;
  /** Computed outputs that a server decides anew, e.g. a port after a restart. */
  live?(row: Row, account: Account): PropertyMap;
  /** Gives the row to keep, e.g. a key that is only scheduled; undefined where it is gone. @throws where AWS refuses. */
  delete?(row: Row, account: Account): Row | undefined | Promise<Row | undefined>;
}

/** Declares a type. @throws where the derived data does not know it or one of the named inputs. */
export function defineType(definition: TypeDefinition): TypeDefinition {
  const { inputs } = derivedResource(definition.token);
  const { replaces = [], inPlace = [], writeOnly = [], naming } = definition;
  for (const name of [...replaces, ...inPlace, ...writeOnly, ...(naming ? [naming.input] : [])]) {
    if (!Object.hasOwn(inputs, name)) throw new Error(`${definition.token} has no input ${name}.`);
  }
  return definition;
}

/** A failure of one property, in the words of a service's error. */
function refuse(property: string, reason: string): CheckFailure {
  return { property, reason };
}

/** Those failures whose condition holds. */
export function when(...rules: readonly (readonly [boolean, string, string])[]): readonly CheckFailure[] {
  return rules.filter(([broken]) => broken).map(([, property, reason]) => refuse(property, reason));
}

/** True where a given number is below `minimum` or above `maximum`; an absent one is not. */
export function outside(value: number | undefined, minimum: number, maximum: number): boolean {
  return value !== undefined && (value < minimum || value > maximum);
}
