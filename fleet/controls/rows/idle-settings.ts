import { idleSettings } from "../../../model/idle-settings.ts";
import { type Control, notEnforceable } from "../control.ts";

/** What a tier says and nothing acts on, so that nobody takes it for done. */
export const controls: readonly Control[] = idleSettings.map(({ path, row, because }) => ({
  id: `setting-${path.replaceAll(/[._]/g, "-")}`,
  row,
  paths: [path],
  demand: () => `the tier says ${path}`,
  judge: () => notEnforceable(because),
}));
