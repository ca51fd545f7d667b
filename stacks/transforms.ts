import * as pulumi from "@pulumi/pulumi";

/**
 * Puts `tags` on every resource of the stack that can carry them; a tag that a resource names itself wins.
 *
 * Whether it can is known from its class: the AWS package computes `tagsAll` for exactly those types, and hands the
 * property over, empty, with the inputs.
 */
export function tagEverything(tags: Readonly<Record<string, string>>): void {
  pulumi.runtime.registerStackTransformation(({ props, opts }) => {
    if (!isTaggable(props)) return undefined;
    return { props: { ...props, tags: { ...tags, ...props["tags"] } }, opts };
  });
}

function isTaggable(props: Readonly<Record<string, unknown>>): boolean {
  return "tags" in props && "tagsAll" in props;
}
