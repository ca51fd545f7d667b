import { deepEqual, equal, match } from "node:assert/strict";
import { runCli } from "../../support/run-cli.ts";

const root = new URL("../../..", import.meta.url).pathname;

describe("tenantry models", () => {
  it("R-AI-6 lists every model with its owner and the tenants that may call it", () => {
    const { code, stdout } = runCli(root, ["models", "--json"]);
    equal(code, 0);
    const { formatVersion, models } = JSON.parse(stdout) as {
      formatVersion: number;
      models: { alias: string; owner: string; cardUrl: string; tenants: string[] }[];
    };
    equal(formatVersion, 1);
    deepEqual(
      models.map(({ alias, tenants }) => [alias, tenants]),
      [
        ["claude-3", ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]],
        ["claude-haiku-4-5", []],
        ["gpt-4", ["acme-corp", "northwind-freight", "umbra-health"]],
      ],
    );
    for (const { owner, cardUrl } of models) {
      match(owner, /\w/);
      match(cardUrl, /^https:/);
    }
  });

  it("shows a person where each model runs and when it ends", () => {
    const { stdout } = runCli(root, ["models"]);
    match(stdout, /legacy, move to\s+│/);
    match(stdout, /api\.openai\.com/);
  });
});
