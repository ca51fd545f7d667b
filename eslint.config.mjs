// Only the rules that need types; Biome does the rest.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "coverage/**", ".tenantry/**"] },
  {
    files: [
      "{model,files,tiers,cells,catalog,application,tenants,components,stacks,fleet,automation,cli,sandbox,test,scripts,bench}/**/*.ts",
    ],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { ts: tseslint.plugin },
    rules: {
      "ts/no-floating-promises": "error",
      "ts/no-misused-promises": "error",
      "ts/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "ts/switch-exhaustiveness-check": "error",
    },
  },
);
