import { SecretValue } from "../../fleet/synth/index.ts";
import { nameOfUrn } from "../../fleet/synth/urn.ts";
import type { Difference } from "./difference.ts";

/** A way in which synth and the engine's record differ whatever is declared. */
interface ByNature {
  readonly reason: string;
  readonly explains: (difference: Difference) => boolean;
}

const isProvider = (urn: string): boolean => typeOf(urn).startsWith("pulumi:providers:");
const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";
const isDefaultProvider = (urn: unknown): boolean =>
  typeof urn === "string" && isProvider(urn) && /^default(_|$)/.test(nameOfUrn(urn));

/** Every difference by nature. What is not in this list is an error in synth, in a prediction or in the sandbox. */
export const byNature: readonly ByNature[] = [
  {
    reason: "The engine makes a default provider where the program names none; it stands in the state alone.",
    explains: ({ urn, where, declared, recorded }) =>
      declared === undefined &&
      ((where === "" && isDefaultProvider(urn)) || (where === "options.provider" && isDefaultProvider(recorded))),
  },
  {
    reason: "The engine itself writes `__internal` and `version` into an explicit provider's inputs.",
    explains: ({ urn, where, declared }) =>
      isProvider(urn) && declared === undefined && (where === "inputs.__internal" || where === "inputs.version"),
  },
  {
    reason: "Aliases and deleteBeforeReplace act in the run that names them, and no state records them.",
    explains: ({ where, recorded }) =>
      recorded === undefined && (where === "options.aliases" || where === "options.deleteBeforeReplace"),
  },
  {
    reason: "The state leaves out an option that is `false`.",
    explains: ({ where, declared, recorded }) =>
      where.startsWith("options.") && declared === false && recorded === undefined,
  },
  {
    reason: "A provider's own check, after the registration, draws a physical name where the program gives none.",
    explains: ({ urn, where, declared, recorded }) =>
      where === "inputs.name" &&
      declared === undefined &&
      typeof recorded === "string" &&
      recorded.startsWith(`${nameOfUrn(urn)}-`) &&
      /-[0-9a-f]{7}$/.test(recorded),
  },
  {
    reason: "No state records what a function answered: a secret from one is a placeholder, and secret on both sides.",
    explains: ({ declared, recorded }) =>
      declared instanceof SecretValue &&
      /^predicted-/.test(String(declared.reveal())) &&
      recorded instanceof SecretValue,
  },
];
