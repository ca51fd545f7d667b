import { z } from "zod";

const fields = z.record(z.string(), z.unknown());

/** A resource's state as the engine writes it (`apitype.ResourceV3`); what no gate looks at is left out. */
const state = z.object({
  urn: z.string(),
  type: z.string(),
  parent: z.string().optional(),
  inputs: fields.optional(),
  outputs: fields.optional(),
  protect: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  aliases: z.array(z.string()).optional(),
});
export type PreviewState = Readonly<z.infer<typeof state>>;

const step = z.object({
  op: z.string(),
  urn: z.string(),
  oldState: state.optional(),
  newState: state.optional(),
  replaceReasons: z.array(z.string()).nullish(),
  diffReasons: z.array(z.string()).nullish(),
  detailedDiff: z.record(z.string(), z.object({ kind: z.string().optional() })).nullish(),
});
export type PreviewStep = Readonly<z.infer<typeof step>>;

/** What `pulumi preview --json` writes (`display.PreviewDigest`). */
export const PreviewDigest = z.object({ steps: z.array(step) });
