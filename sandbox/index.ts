export { SandboxStoppedError } from "./daemon/control-client.ts";
export type { Existing } from "./daemon/existing.ts";
export { ProgramMissingError } from "./engine/program-missing-error.ts";
export { engineEnvironment } from "./engine-environment.ts";
export {
  resetSandbox,
  SandboxStartError,
  type SandboxStatus,
  sandboxStatus,
  startSandbox,
  stopSandbox,
} from "./lifecycle.ts";
export { connectSandbox, type Sandbox } from "./sandbox.ts";
