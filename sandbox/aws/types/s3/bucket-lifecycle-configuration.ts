import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { map, maps, number, text } from "../../values.ts";
import { bucketSetting } from "./bucket-setting.ts";

export const bucketLifecycleConfiguration = bucketSetting({
  token: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  replaces: ["expectedBucketOwner"],
  defaults: { transitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
  check: (inputs) => {
    const rules = maps(inputs, "rules");
    const ids = rules.map((rule) => text(rule, "id")).filter((id) => id !== undefined);
    return [
      ...when(
        [
          rules.length > 1000,
          "rules",
          `api error MalformedXML: a configuration has at most 1000 rules, got ${rules.length}`,
        ],
        [
          new Set(ids).size < ids.length,
          "rules",
          "api error InvalidArgument: Rule ID must be unique. Found same ID for more than one rule",
        ],
      ),
      ...rules.flatMap(checkRule),
    ];
  },
});

function checkRule(rule: PropertyMap, index: number): readonly CheckFailure[] {
  const at = `rules[${index}]`;
  const days = number(map(rule, "expiration"), "days");
  const moved = maps(rule, "transitions").map((transition) => number(transition, "days") ?? 0);
  const early = maps(rule, "transitions").some(
    (transition) => /_IA$/.test(text(transition, "storageClass") ?? "") && (number(transition, "days") ?? 30) < 30,
  );
  return when(
    [
      (text(rule, "id")?.length ?? 0) > 255,
      at,
      "api error InvalidArgument: ID length should not exceed allowed limit of 255",
    ],
    [
      days !== undefined && days < 1,
      at,
      "api error InvalidArgument: 'Days' for Expiration action must be a positive integer",
    ],
    [
      days !== undefined && moved.some((each) => each >= days),
      at,
      `api error InvalidArgument: 'Days' in the Expiration action (${days ?? ""}) must be greater than 'Days' in the Transition action (${moved.join(", ")})`,
    ],
    [
      early,
      at,
      "api error InvalidArgument: 'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA' and 'ONEZONE_IA'",
    ],
  );
}
