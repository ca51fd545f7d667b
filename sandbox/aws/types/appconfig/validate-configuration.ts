import { z } from "zod";
import { AwsError } from "../../aws-error.ts";
import type { Row } from "../../rows.ts";
import { maps, text } from "../../values.ts";

/**
 * Holds a configuration to the JSON Schemas of its profile, as a deployment does when it starts.
 *
 * AppConfig reads the schema as draft 4
 * (https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-configuration-and-profile-validators.html),
 * so keywords that are newer, `const` for one, are not looked at.
 *
 * @throws AwsError BadRequestException with what does not fit
 */
export function validateConfiguration(profile: Row, content: string): void {
  for (const validator of maps(profile.inputs, "validators")) {
    if (validator["type"] !== "JSON_SCHEMA") continue;
    const schema = JSON.parse(text(validator, "content") ?? "{}") as Parameters<typeof z.fromJSONSchema>[0];
    const read = z.fromJSONSchema(schema, { defaultTarget: "draft-4" }).safeParse(parsed(content));
    if (read.success) continue;
    throw new AwsError(
      "BadRequestException",
      `Invalid configuration for profile ${profile.id}: ${z.prettifyError(read.error)}`,
    );
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new AwsError("BadRequestException", "Invalid configuration: the content is not valid JSON");
  }
}
