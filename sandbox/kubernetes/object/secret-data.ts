import type { PropertyMap } from "../../provider/provider.ts";
import { isMap } from "../../provider/structural-diff.ts";

/**
 * A Secret as it is applied: `stringData` goes into `data`, since the server does so too, but forgets who owns the keys
 * and would keep those that are taken out later. Other kinds stay as they are.
 */
export function withStringData(inputs: PropertyMap): PropertyMap {
  if (inputs["kind"] !== "Secret" || !isMap(inputs["stringData"])) return inputs;
  const { stringData, ...rest } = inputs;
  const encoded = Object.entries(stringData as PropertyMap).map(([name, text]) => [name, encode(text)]);
  const data = isMap(inputs["data"]) ? inputs["data"] : {};
  return { ...rest, data: { ...data, ...Object.fromEntries(encoded) } };
}

/**
 * Turns the live `data` of a Secret back into the inputs that it was made from: keys of `stringData` there, as text.
 */
export function splitStringData(inputs: PropertyMap, live: PropertyMap): PropertyMap {
  if (inputs["kind"] !== "Secret" || !isMap(inputs["stringData"])) return live;
  const { data, ...rest } = live;
  const names = Object.keys(inputs["stringData"]);
  const entries = Object.entries(isMap(data) ? data : {});
  const texts = entries.filter(([name]) => names.includes(name)).map(([name, value]) => [name, decode(value)]);
  const others = entries.filter(([name]) => !names.includes(name));
  return {
    ...rest,
    stringData: Object.fromEntries(texts),
    ...(isMap(inputs["data"]) ? { data: Object.fromEntries(others) } : {}),
  };
}

function encode(text: unknown): string {
  return Buffer.from(String(text)).toString("base64");
}

function decode(base64: unknown): string {
  return Buffer.from(String(base64), "base64").toString();
}
