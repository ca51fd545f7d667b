import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { map, text } from "../../values.ts";
import { requireLogRole } from "./rest-api-of.ts";

const levels = ["OFF", "ERROR", "INFO"];

export const methodSettings = defineType({
  token: "aws:apigateway/methodSettings:MethodSettings",
  replaces: ["restApi", "stageName", "methodPath"],
  check: (inputs) => {
    const level = text(map(inputs, "settings"), "loggingLevel");
    return when([
      level !== undefined && !levels.includes(level),
      "settings",
      `expected settings.loggingLevel to be one of [${levels.join(" ")}], got ${level ?? ""}`,
    ]);
  },
  create: (inputs, account) => {
    const [api, name, path] = ["restApi", "stageName", "methodPath"].map((property) => text(inputs, property) ?? "");
    requireRow(
      account,
      "aws:apigateway/stage:Stage",
      `ags-${api}-${name}`,
      "NotFoundException",
      "Invalid stage identifier specified",
    );
    const level = text(map(inputs, "settings"), "loggingLevel");
    if (level !== undefined && level !== "OFF") requireLogRole(account);
    return { id: `${api}-${name}-${path}` };
  },
});
