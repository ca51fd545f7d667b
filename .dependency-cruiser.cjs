const folders =
  "model|files|policies|tiers|cells|catalog|application|tenants|components|stacks|fleet|automation|cli|console|sandbox";
const data = ["model", "files"];
const declared = ["model", "files", "tiers", "cells", "catalog", "application"];

/** From `from`, only the listed source folders may be imported. */
const layer = (from, allowed) => ({
  name: `${from}-imports`,
  comment: `${from}/ may import ${allowed.length ? allowed.map((folder) => `${folder}/`).join(", ") : "no other source folder"}. Move the code to the folder that owns it, or pass what it needs as an argument.`,
  severity: "error",
  from: { path: `^${from}/` },
  to: { path: `^(${folders})/`, pathNot: [`^(${[from, ...allowed].join("|")})/`] },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one thing, or a third is missing.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nobody imports this file: delete it, or use it.",
      severity: "error",
      from: { orphan: true, pathNot: ["^\\.", "\\.test\\.ts$", "^scripts/", "^bench/programs/", "\\.d\\.m?ts$"] },
      to: {},
    },
    {
      name: "no-unlisted-packages",
      comment: "What runs at the user's must stand under dependencies in package.json.",
      severity: "error",
      from: { path: `^(${folders})/` },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"], pathNot: ["node_modules/@types/"] },
    },
    layer("model", []),
    layer("files", ["model"]),
    layer("policies", data),
    layer("tiers", data),
    layer("cells", data),
    layer("catalog", data),
    layer("application", data),
    layer("tenants", declared),
    layer("components", ["model"]),
    layer("stacks", ["components", "tenants", ...declared]),
    layer("fleet", ["stacks", "tenants", ...declared]),
    layer("automation", ["fleet", "stacks", "tenants", ...declared]),
    layer("sandbox", []),
    layer("cli", ["automation", "fleet", "stacks", "components", "tenants", ...declared, "sandbox"]),
    {
      name: "pulumi-stays-out-of-the-data",
      comment: "Whatever decides which resources exist is plain data; Pulumi begins in components/.",
      severity: "error",
      from: { path: "^(model|files|tiers|cells|catalog|application|tenants)/" },
      to: { path: "node_modules/@pulumi/" },
    },
    {
      name: "files-only-where-data-lives",
      comment: "Components and the model look nothing up: pass the value in.",
      severity: "error",
      from: { path: "^(model|components)/" },
      to: { dependencyTypes: ["core"], path: "^(node:)?(fs|child_process|os|net|http|https)" },
    },
    {
      name: "automation-api-only-in-automation",
      comment: "Only automation/ operates stacks.",
      severity: "error",
      from: { path: `^(${folders})/`, pathNot: "^automation/" },
      to: { path: "node_modules/@pulumi/pulumi/automation" },
    },
    {
      name: "nothing-imports-tests",
      comment: "Tests are not a library.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "tests-do-not-import-tests",
      comment: "Share by test/support/.",
      severity: "error",
      from: { path: "^test/" },
      to: { path: "\\.test\\.ts$" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
