import type { SynthesisedStack } from "../../synth/synthesised-stack.ts";
import type { GatedChange } from "../gate.ts";
import { operationOf, sideOf } from "./preview-change.ts";
import { PreviewDigest } from "./preview-step.ts";

export type PreviewReading =
  | { readonly kind: "read"; readonly change: GatedChange }
  /** In words that say what to type. */
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): PreviewReading => ({ kind: "refused", reason });
const again = "Write it anew: pulumi preview --json --show-sames --stack <stack> > preview.json";

/** Reads what `pulumi preview --json` wrote, as a change that gates can look at. */
export function readPreview(text: string): PreviewReading {
  if (text.trim() === "") return refused(`is empty. ${again}`);
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return refused(
      text.trimStart().startsWith("{")
        ? `breaks off or is no JSON after its first lines: was the preview interrupted? ${again}`
        : `is no JSON: was --json left out? ${again}`,
    );
  }
  const digest = PreviewDigest.safeParse(written);
  if (!digest.success) {
    const place = digest.error.issues[0]?.path.join(".") ?? "";
    return refused(
      `is JSON, but not what pulumi preview --json of Pulumi 3 writes (${place || "the whole"}). ${again}`,
    );
  }
  if (holdsPlainSecrets(text)) {
    return refused(`holds secrets in plain text. Delete it, and write it without --show-secrets. ${again}`);
  }
  return changeOf(digest.data.steps);
}

/** How the engine marks a secret, and the name under which it writes it out. */
const holdsPlainSecrets = (text: string): boolean =>
  /"1b47061264138c4ac30d75fd1eb44270"/.test(text) && /"plaintext"\s*:/.test(text);

function changeOf(steps: Parameters<typeof sideOf>[0]): PreviewReading {
  const [first] = steps;
  const stack = first?.urn.split("::")[0]?.slice("urn:pulumi:".length);
  if (stack === undefined || stack === "") return refused(`has no step with a stack. ${again}`);
  const [base, head] = [sideOf(steps, "oldState", stack), sideOf(steps, "newState", stack)];
  const operations = steps.flatMap((step) => operationOf(step) ?? []);
  const present = (side: SynthesisedStack): boolean => side.resources.length > 0;
  return {
    kind: "read",
    change: {
      stack,
      difference: { stack, operations },
      ...(present(base) ? { base } : {}),
      ...(present(head) ? { head } : {}),
    },
  };
}
