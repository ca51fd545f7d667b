import type { TypeDefinition } from "../../define-type.ts";
import { deliveryChannel } from "./delivery-channel.ts";
import { recorder } from "./recorder.ts";
import { recorderStatus } from "./recorder-status.ts";

export const cfgTypes: readonly TypeDefinition[] = [deliveryChannel, recorder, recorderStatus];
