import { defineType, when } from "../../define-type.ts";
import { text } from "../../values.ts";

const statuses = ["Active", "Inactive"];

/** Sandbox-defined: AWS only knows a key once a resource has carried it for about a day, and refuses it before. */
export const costAllocationTag = defineType({
  token: "aws:costexplorer/costAllocationTag:CostAllocationTag",
  global: true,
  replaces: ["tagKey"],
  duplicateCode: "ValidationException",
  check: (inputs) => {
    const status = text(inputs, "status");
    return when(
      [
        status !== undefined && !statuses.includes(status),
        "status",
        `expected status to be one of [${statuses.join(" ")}], got ${status ?? ""}`,
      ],
      [
        (text(inputs, "tagKey")?.length ?? 1) > 1024,
        "tagKey",
        "expected length of tagKey to be in the range (1 - 1024)",
      ],
    );
  },
  create: (inputs) => ({ id: text(inputs, "tagKey") ?? "", computed: { type: "UserDefined" } }),
});
