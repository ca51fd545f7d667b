import type { ResourceStep } from "./stack-operation.ts";

interface StepMetadata {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly new?: { readonly outputs?: Readonly<Record<string, unknown>> } | null;
}

/** The parts of the engine's event stream (`--json`) that are read; see `apitype.EngineEvent` in Pulumi's SDK. */
interface EngineEvent {
  readonly diagnosticEvent?: { readonly message: string; readonly severity: string; readonly urn?: string };
  readonly resourcePreEvent?: { readonly metadata: StepMetadata };
  readonly resOutputsEvent?: { readonly metadata: StepMetadata };
  readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>>; readonly result?: string };
}

/** What a run's events came to so far. */
export class EngineRecord {
  readonly errors: string[] = [];
  changes: Readonly<Record<string, number>> = {};
  outputs: Readonly<Record<string, unknown>> = {};
  succeeded = false;
  readonly #onStep: (step: ResourceStep) => void;

  constructor(onStep: (step: ResourceStep) => void = () => {}) {
    this.#onStep = onStep;
  }

  /** Reads one line of the stream. Lines that are no events are the CLI's words to a person and are left out. */
  readLine(line: string): void {
    const event = eventOf(line);
    if (!event) return;
    this.#readDiagnostic(event.diagnosticEvent);
    this.#readSteps(event);
    if (event.summaryEvent) {
      this.changes = event.summaryEvent.resourceChanges ?? {};
      this.succeeded = event.summaryEvent.result === "succeeded";
    }
  }

  /** Debug events hold property values in plain text: only errors are ever kept. */
  #readDiagnostic(diagnostic: EngineEvent["diagnosticEvent"]): void {
    if (diagnostic?.severity === "error") {
      const resource = diagnostic.urn ? `${diagnostic.urn.split("::").slice(2).join(" ")}: ` : "";
      this.errors.push(`${resource}${diagnostic.message.trim()}`);
    }
  }

  #readSteps({ resourcePreEvent, resOutputsEvent }: EngineEvent): void {
    if (resourcePreEvent && resourcePreEvent.metadata.op !== "same") {
      const { op, urn, type } = resourcePreEvent.metadata;
      this.#onStep({ operation: op, urn, type });
    }
    if (resOutputsEvent?.metadata.type === "pulumi:pulumi:Stack") {
      const outputs = resOutputsEvent.metadata.new?.outputs ?? {};
      this.outputs = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, withoutCipher(value)]));
    }
  }
}

/** The stream shows a secret as an object of the wire's own form; a reader sees the word. */
const withoutCipher = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "ciphertext" in value ? "[secret]" : value;

function eventOf(line: string): EngineEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as EngineEvent;
  } catch {
    // Not an event: a person's text that happens to begin with a brace.
    return undefined;
  }
}
