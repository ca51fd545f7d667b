import { setTimeout as pause } from "node:timers/promises";
import type { PropertyMap } from "../../provider/provider.ts";
import { isMap } from "../../provider/structural-diff.ts";
import type { ApiObject, KubernetesApi } from "../connection/api.ts";
import { metadataOf } from "./object-name.ts";

const firstPauseMilliseconds = 50;
const longestPauseMilliseconds = 1000;

/**
 * Waits until an object is gone, or another of the same name has come.
 *
 * @throws after `limitSeconds`, with the finalizers that keep it and what its status says.
 */
export async function untilGone(
  api: KubernetesApi,
  path: string,
  deleted: ApiObject,
  limitSeconds: number,
): Promise<void> {
  const uid = metadataOf(deleted)["uid"];
  const end = Date.now() + limitSeconds * 1000;
  for (let rest = firstPauseMilliseconds; ; rest = Math.min(rest * 2, longestPauseMilliseconds)) {
    const found = await api.find(path);
    if (!found || metadataOf(found)["uid"] !== uid) return;
    if (Date.now() > end) throw new Error(stillThere(found, limitSeconds));
    await pause(rest);
  }
}

function stillThere(found: ApiObject, limitSeconds: number): string {
  const { name, finalizers } = metadataOf(found);
  const keepers = [...texts(finalizers), ...texts(isMap(found["spec"]) ? found["spec"]["finalizers"] : [])];
  const reasons = conditionMessages(found).map((message) => ` ${message}`);
  return `${String(found["kind"])} ${String(name)} is not gone after ${limitSeconds} seconds; finalizers: ${keepers.join(", ") || "none"}.${reasons.join("")} Remove what keeps it, and run again.`;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function conditionMessages(found: ApiObject): readonly string[] {
  const status = found["status"];
  const conditions = isMap(status) && Array.isArray(status["conditions"]) ? status["conditions"] : [];
  return conditions
    .filter((condition): condition is PropertyMap => isMap(condition) && condition["status"] === "True")
    .map((condition) => String(condition["message"] ?? ""));
}
