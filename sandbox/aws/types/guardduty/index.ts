import type { TypeDefinition } from "../../define-type.ts";
import { detector } from "./detector.ts";
import { detectorFeature } from "./detector-feature.ts";

export const guarddutyTypes: readonly TypeDefinition[] = [detector, detectorFeature];
