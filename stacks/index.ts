import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { problemLine } from "../model/problem-line.ts";
import { ProblemsError } from "../model/problems.ts";
import { runStack } from "./program.ts";

// zod compiles each schema for many uses; a program uses each once, and starts sooner without that.
z.config({ jitless: true });

/**
 * Declares the stack that the engine names, from the fleet folder that `TENANTRY_FLEET_DIR` names (the repository
 * where it is unset).
 *
 * @throws pulumi.RunError with every problem of the files, which the engine shows without a stack.
 */
export async function declareStack(): Promise<Record<string, unknown>> {
  const root = process.env["TENANTRY_FLEET_DIR"] ?? join(import.meta.dirname, "..");
  try {
    return await runStack(pulumi.getStack(), root);
  } catch (error) {
    if (error instanceof ProblemsError) {
      throw new pulumi.RunError(error.problems.map(problemLine).join("\n"));
    }
    throw error;
  }
}
