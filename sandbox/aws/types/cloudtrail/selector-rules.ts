import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { maps, text, texts } from "../../values.ts";

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html */
const mostConditions = 500;
const operators = ["equals", "notEquals", "startsWiths", "notStartsWiths", "endsWiths", "notEndsWiths"] as const;
const categories = ["Management", "Data", "NetworkActivity"];
/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html */
const fields = new Set([
  "eventCategory",
  "eventName",
  "eventSource",
  "eventType",
  "errorCode",
  "readOnly",
  "resources.ARN",
  "resources.type",
  "sessionCredentialFromConsole",
  "userIdentity.arn",
  "vpcEndpointId",
]);

const refused = (reason: string) => `api error InvalidEventSelectorsException: ${reason}`;

/** Which events a trail records; nothing is checked where no selector is given. */
export function checkSelectors(inputs: PropertyMap): readonly CheckFailure[] {
  const selectors = maps(inputs, "advancedEventSelectors");
  const conditions = selectors.flatMap((selector) => maps(selector, "fieldSelectors")).flatMap(valuesOf).length;
  return [
    ...when(
      [
        inputs["advancedEventSelectors"] !== undefined && inputs["eventSelectors"] !== undefined,
        "advancedEventSelectors",
        '"advancedEventSelectors": conflicts with eventSelectors',
      ],
      [
        conditions > mostConditions,
        "advancedEventSelectors",
        refused(`a trail has at most ${mostConditions} conditions over all selectors, got ${conditions}`),
      ],
    ),
    ...selectors.flatMap((selector, index) => checkSelector(selector, `advancedEventSelectors[${index}]`)),
  ];
}

const valuesOf = (field: PropertyMap) => operators.flatMap((operator) => texts(field, operator));

function checkSelector(selector: PropertyMap, at: string): readonly CheckFailure[] {
  const given = maps(selector, "fieldSelectors");
  const named = (field: string) => given.find((one) => text(one, "field") === field);
  const category = texts(named("eventCategory") ?? {}, "equals")[0];
  const odd = given.map((one) => text(one, "field") ?? "").filter((field) => !fields.has(field));
  const empty = given.filter((one) => operators.every((operator) => one[operator] === undefined));
  return when(
    [
      category === undefined || !categories.includes(category),
      at,
      refused(`each selector needs eventCategory equals one of ${categories.join(", ")}`),
    ],
    [
      category === "Data" && texts(named("resources.type") ?? {}, "equals").length !== 1,
      at,
      refused("a selector of data events needs resources.type equals one type"),
    ],
    [odd.length > 0, at, refused(`unknown field ${odd.join(", ")}; known are ${[...fields].join(", ")}`)],
    [empty.length > 0, at, refused(`each field needs one of ${operators.join(", ")}`)],
  );
}
