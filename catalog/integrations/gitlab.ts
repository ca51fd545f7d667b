import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "gitlab",
  title: "GitLab",
  purpose: "development",
  documentation: "https://docs.gitlab.com/ci/cloud_services/aws/",
  settings: z.strictObject({
    project: settingOf(/^[\w.-]{1,100}(\/[\w.-]{1,100}){1,10}$/, "a project", "group/name", "acme/product"),
    branch: settingOf(/^[\w./-]{1,100}$/, "a branch", "letters, digits, . _ / and -", "main"),
  }),
  proof: {
    kind: "declared, not exercised",
    because: "the embedded account evaluates no trust policy; the policy itself is checked",
  },
  connect: ({ project, branch }) => ({
    kind: "outside_role",
    trusted: {
      kind: "token",
      issuer: "gitlab.com",
      builtIn: false,
      claims: { aud: "https://gitlab.com", sub: `project_path:${project}:ref_type:branch:ref:${branch}` },
    },
    folder: "repository/",
    access: "read_write",
  }),
});
