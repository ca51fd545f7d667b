import { isMap, opened } from "./plain-value.ts";
import { type PropertyPath, parsePath } from "./property-path.ts";

type Properties = Readonly<Record<string, unknown>>;

/**
 * `head` with the base's values at the paths of `ignoreChanges`, as the engine does before it asks a provider
 * (`processIgnoreChanges` in pkg/resource/deploy/step_generator.go). A property that either side lacks is ignored too.
 */
export function withIgnored(head: Properties, base: Properties, ignoreChanges: readonly string[] = []): Properties {
  return ignoreChanges.reduce<Properties>((inputs, path) => asMap(reset(inputs, base, parsePath(path))), head);
}

function reset(head: unknown, base: unknown, [step, ...rest]: PropertyPath): unknown {
  if (step === undefined) return base;
  const [into, from] = [opened(head), opened(base)];
  if (Array.isArray(into)) return resetInList(into, from, step, rest);
  if (!isMap(into)) return head;
  const origin = isMap(from) ? from : {};
  const names = step === "*" ? [...new Set([...Object.keys(into), ...Object.keys(origin)])] : [String(step)];
  return names.reduce((map, name) => withField(map, name, reset(map[name], origin[name], rest)), into);
}

function resetInList(
  into: readonly unknown[],
  from: unknown,
  step: string | number,
  rest: PropertyPath,
): readonly unknown[] {
  const origin = Array.isArray(from) ? from : [];
  return into.map((item, index) => (step === "*" || step === index ? reset(item, origin[index], rest) : item));
}

function withField(map: Properties, name: string, value: unknown): Properties {
  if (value !== undefined) return { ...map, [name]: value };
  const { [name]: _gone, ...others } = map;
  return others;
}

const asMap = (value: unknown): Properties => (isMap(value) ? value : {});
