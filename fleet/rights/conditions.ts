import { includes } from "./glob.ts";

/** One comparison of a statement's `Condition`; all of them must hold. */
export interface Condition {
  /** Lower case, without `IfExists` and `ForAnyValue:`. */
  readonly operator: string;
  readonly ifExists: boolean;
  /** `foranyvalue`, `forallvalues`, or none. */
  readonly quantifier: string;
  /** Lower case: IAM does not tell upper from lower in keys. */
  readonly key: string;
  readonly values: readonly string[];
}

const listed = (value: unknown): readonly string[] => [value ?? []].flat().map(String);

/** @param written a statement's `Condition`. */
export function conditionsOf(written: unknown): readonly Condition[] {
  if (typeof written !== "object" || written === null) return [];
  return Object.entries(written).flatMap(([name, keys]) => {
    const [, quantifier = "", operator = "", ifExists] =
      /^(?:(for(?:any|all)values?):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase()) ?? [];
    return Object.entries(keys as Readonly<Record<string, unknown>>).map(([key, values]) => ({
      operator: operator === "" ? name.toLowerCase() : operator,
      ifExists: ifExists !== undefined,
      quantifier,
      key: key.toLowerCase(),
      values: listed(values),
    }));
  });
}

/** Whether `strong` never holds where one of `weak` does not. What cannot be decided is no. */
export const implies = (strong: readonly Condition[], weak: readonly Condition[]): boolean =>
  weak.every((one) => strong.some((other) => impliesOne(other, one)));

function impliesOne(strong: Condition, weak: Condition): boolean {
  if (strong.key !== weak.key || strong.quantifier !== weak.quantifier) return false;
  const { operator, values } = strong;
  const isSame =
    operator === weak.operator &&
    strong.ifExists === weak.ifExists &&
    values.toSorted().join("\u0000") === weak.values.toSorted().join("\u0000");
  if (isSame) return true;
  // Without the key, a comparison `IfExists` holds and one without it does not.
  if (strong.ifExists && !weak.ifExists) return false;
  const compared = compare[operator] ?? negated(operator);
  return compared?.(strong, weak) ?? false;
}

type Comparison = (strong: Condition, weak: Condition) => boolean;

/** Any value that the strong one lets in, the weak one does too. */
const among =
  (operators: Readonly<Record<string, (weak: string, strong: string) => boolean>>): Comparison =>
  (strong, weak) => {
    const isWithin = operators[weak.operator];
    return isWithin !== undefined && strong.values.every((value) => weak.values.some((one) => isWithin(one, value)));
  };

const equal = (weak: string, strong: string): boolean => weak === strong;
const equalIgnoringCase = (weak: string, strong: string): boolean => weak.toLowerCase() === strong.toLowerCase();
/** A value of `StringEquals` is text: its `*` is no wildcard, so it is only compared as one where it has none. */
const matchesText = (weak: string, strong: string): boolean => !/[*?]/.test(strong) && includes(weak, strong);
const arns = { arnequals: includes, arnlike: includes };

const bounds = (operators: readonly string[], isWithin: (weak: number, strong: number) => boolean): Comparison => {
  return (strong, weak) => {
    const [left, right] = [strong, weak].map(({ values }) => (values.length === 1 ? numberOf(values[0]) : Number.NaN));
    return operators.includes(weak.operator) && isWithin(right ?? Number.NaN, left ?? Number.NaN);
  };
};

const numberOf = (value = ""): number => (/^-?[\d.]+$/.test(value) ? Number(value) : Date.parse(value));

const below = (weak: number, strong: number): boolean => strong <= weak;
const above = (weak: number, strong: number): boolean => strong >= weak;

const compare: Readonly<Record<string, Comparison>> = {
  stringequals: among({ stringequals: equal, stringequalsignorecase: equalIgnoringCase, stringlike: matchesText }),
  stringequalsignorecase: among({ stringequalsignorecase: equalIgnoringCase }),
  stringlike: among({ stringlike: includes }),
  arnequals: among(arns),
  arnlike: among(arns),
  bool: among({ bool: equalIgnoringCase }),
  ipaddress: among({ ipaddress: equal }),
  numericequals: among({ numericequals: equal }),
  dateequals: among({ dateequals: equal }),
  null: among({ null: equalIgnoringCase }),
  numericlessthan: bounds(["numericlessthan", "numericlessthanequals"], below),
  numericlessthanequals: bounds(["numericlessthanequals"], below),
  numericgreaterthan: bounds(["numericgreaterthan", "numericgreaterthanequals"], above),
  numericgreaterthanequals: bounds(["numericgreaterthanequals"], above),
  datelessthan: bounds(["datelessthan", "datelessthanequals"], below),
  datelessthanequals: bounds(["datelessthanequals"], below),
  dategreaterthan: bounds(["dategreaterthan", "dategreaterthanequals"], above),
  dategreaterthanequals: bounds(["dategreaterthanequals"], above),
};

const negations: Readonly<Record<string, (strong: string, weak: string) => boolean>> = {
  stringnotequals: equal,
  stringnotlike: includes,
  arnnotequals: includes,
  arnnotlike: includes,
  notipaddress: equal,
  numericnotequals: equal,
  datenotequals: equal,
};

/** What the weak one keeps out, the strong one does too. With a quantifier only the same says the same. */
function negated(operator: string): Comparison | undefined {
  const keepsOut = negations[operator];
  if (keepsOut === undefined) return undefined;
  return (strong, weak) =>
    strong.quantifier === "" &&
    weak.operator === operator &&
    weak.values.every((value) => strong.values.some((one) => keepsOut(one, value)));
}
