import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { parsePath, valueAt } from "./property-path.ts";
import type { DiffResult, PropertyMap, ResourceContext, ResourceType } from "./provider.ts";
import { changedPaths } from "./structural-diff.ts";

const { DiffResponse, PropertyDiff } = messages;
type Kind = (typeof PropertyDiff.Kind)[keyof typeof PropertyDiff.Kind];

/**
 * Compares recorded with new inputs by the type's own `diff`, or one by one without it. A type that cannot update
 * replaces for every change.
 */
export async function diffInputs(
  type: ResourceType,
  olds: PropertyMap,
  news: PropertyMap,
  context: ResourceContext,
): Promise<DiffResult> {
  const result = type.diff ? await type.diff(olds, news, context) : { changed: changedPaths(olds, news), replaces: [] };
  const changed = [...new Set([...result.changed, ...result.replaces])];
  return { ...result, changed, replaces: type.update ? result.replaces : changed };
}

/** The engine's form of a difference, with the kind of change for each path. */
export function diffResponse(result: DiffResult, olds: PropertyMap, news: PropertyMap): messages.DiffResponse {
  const response = new DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  response.setChanges(result.changed.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setDiffsList(topNames(result.changed));
  response.setReplacesList(topNames(result.replaces));
  response.setDeletebeforereplace(result.deleteBeforeReplace ?? false);
  response.setHasdetaileddiff(true);
  for (const path of result.changed) {
    const difference = new PropertyDiff();
    difference.setKind(kindOf(path, olds, news, result.replaces.includes(path)));
    difference.setInputdiff(true);
    response.getDetaileddiffMap().set(path, difference);
  }
  return response;
}

function topNames(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => String(parsePath(path)[0] ?? path)))];
}

function kindOf(path: string, olds: PropertyMap, news: PropertyMap, replaces: boolean): Kind {
  const steps = parsePath(path);
  const kinds = PropertyDiff.Kind;
  if (valueAt(olds, steps) === undefined) return replaces ? kinds.ADD_REPLACE : kinds.ADD;
  if (valueAt(news, steps) === undefined) return replaces ? kinds.DELETE_REPLACE : kinds.DELETE;
  return replaces ? kinds.UPDATE_REPLACE : kinds.UPDATE;
}
