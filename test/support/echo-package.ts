import type { ProviderPackage, ResourceType } from "../../sandbox/provider/provider.ts";

/** A package of one type, `echo:index:Echo`, with a function of the same name. */
export function echoPackage(type: Partial<ResourceType> = {}): ProviderPackage {
  const token = "echo:index:Echo";
  const echo: ResourceType = {
    token,
    create: async (inputs) => ({ id: "echo", outputs: inputs }),
    read: async (id, inputs, outputs) => ({ id, inputs: inputs ?? {}, outputs: outputs ?? {} }),
    delete: async () => undefined,
    ...type,
  };
  return {
    name: "echo",
    version: "1.2.3",
    typesFolder: "echo/types/",
    textConfiguration: ["password"],
    checkConfig: (config) => (config["port"] === 1 ? [{ property: "port", reason: "port must not be 1." }] : []),
    configure: async (config) => ({
      resourceType: (wanted) => (wanted === token ? echo : undefined),
      invoke: (wanted) => (wanted === token ? (args) => ({ args, config }) : undefined),
    }),
  };
}
