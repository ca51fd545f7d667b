import npmPackage from "@pulumi/aws/package.json" with { type: "json" };
import type { ProviderPackage } from "../provider/provider.ts";
import type { World } from "../world/world.ts";
import { accountOf, checkAccount } from "./account.ts";
import { AwsError } from "./aws-error.ts";
import { awsCalls } from "./calls.ts";
import { listAwsResources } from "./existing.ts";
import { awsInvokes } from "./invokes/index.ts";
import { resourceType } from "./resource-type.ts";
import { typeDefinitions } from "./types/index.ts";

/** The package `aws`: an embedded account whose things are rows of the world's store. */
export function awsPackage(world: World): ProviderPackage {
  const definitions = new Map(typeDefinitions.map((definition) => [definition.token, definition]));
  const invokes = new Map(awsInvokes.map((invoke) => [invoke.token, invoke]));
  return {
    name: "aws",
    version: npmPackage.version,
    typesFolder: "sandbox/aws/types/",
    textConfiguration: ["accessKey", "profile", "region", "secretKey", "token"],
    checkConfig: checkAccount,
    configure: async (config) => {
      const account = accountOf(world, config);
      return {
        resourceType: (token) => {
          const definition = definitions.get(token);
          return definition && resourceType(definition, account);
        },
        invoke: (token) => {
          const found = invokes.get(token);
          return found && (async (args) => await named(token, () => found.run(args, account)));
        },
      };
    },
    existingThings: () => listAwsResources(world),
    operations: awsCalls(world),
  };
}

async function named<T>(token: string, run: () => Promise<T> | T): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof AwsError) throw new Error(`${token}: ${thrown.message}`, { cause: thrown });
    throw thrown;
  }
}
