import type { TypeDefinition } from "../../define-type.ts";
import { slackChannelConfiguration } from "./slack-channel-configuration.ts";
import { teamsChannelConfiguration } from "./teams-channel-configuration.ts";

export const chatbotTypes: readonly TypeDefinition[] = [slackChannelConfiguration, teamsChannelConfiguration];
