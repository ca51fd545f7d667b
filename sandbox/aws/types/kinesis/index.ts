import type { TypeDefinition } from "../../define-type.ts";
import { firehoseDeliveryStream } from "./firehose-delivery-stream.ts";

export const kinesisTypes: readonly TypeDefinition[] = [firehoseDeliveryStream];
