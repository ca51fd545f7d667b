import { runPulumi } from "../../../automation/engine/run-pulumi.ts";

/** One step of the engine on something that the cloud holds, with why it is taken. */
export interface EngineStep {
  readonly operation: string;
  readonly urn: string;
  /** Properties that force the replacement; empty for any other step. */
  readonly replaceKeys: readonly string[];
  /** Places that differ; of an update only. */
  readonly changedPaths: readonly string[];
}

/** How a run of the engine ended. */
export interface EngineOutcome {
  readonly succeeded: boolean;
  /** The engine's errors, none where it succeeded. */
  readonly errors: readonly string[];
  readonly steps: readonly EngineStep[];
}

/** Where the engine runs. */
export interface EnginePlace {
  readonly projectFolder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** `StepEventMetadata` in Pulumi's sdk/go/common/apitype/events.go, as far as it is read. */
interface StepMetadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly keys?: readonly string[] | null;
  readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
}

const silent = new Set(["same", "read", "refresh"]);

/** Runs one operation on a stack that exists, and keeps its steps without any value. */
export async function engineSteps(
  place: EnginePlace,
  operation: "up" | "preview" | "destroy",
  stack: string,
): Promise<EngineOutcome> {
  const steps: EngineStep[] = [];
  const errors: string[] = [];
  const { code, stderr } = await runPulumi({
    ...place,
    arguments: [
      operation,
      ...(operation === "preview" ? [] : ["--yes", "--skip-preview"]),
      ...["--non-interactive", "--color", "never", "--json", "--stack", stack],
    ],
    onLine: (line) => {
      if (!line.startsWith("{")) return;
      const event = JSON.parse(line) as {
        resourcePreEvent?: { metadata: StepMetadata };
        diagnosticEvent?: { severity: string; message: string };
      };
      const metadata = event.resourcePreEvent?.metadata;
      if (metadata !== undefined && isOfTheCloud(metadata)) steps.push(stepOf(metadata));
      if (event.diagnosticEvent?.severity === "error") errors.push(event.diagnosticEvent.message.trim());
    },
  });
  if (code !== 0 && errors.length === 0) errors.push(stderr.trim());
  return { succeeded: code === 0, errors, steps };
}

function isOfTheCloud({ op, type, urn }: StepMetadata): boolean {
  if (silent.has(op) || type.startsWith("tenantry:") || type.startsWith("pulumi:pulumi:")) return false;
  // The engine makes a default provider by itself where the program names none.
  return !(type.startsWith("pulumi:providers:") && /^default(_|$)/.test(urn.split("::")[3] ?? ""));
}

function stepOf({ op, urn, keys, detailedDiff }: StepMetadata): EngineStep {
  return {
    operation: op,
    urn,
    replaceKeys: op === "replace" ? [...(keys ?? [])].sort() : [],
    changedPaths: op === "update" ? Object.keys(detailedDiff ?? {}).sort() : [],
  };
}
