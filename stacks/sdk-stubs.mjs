// The Pulumi SDK loads the TypeScript compiler and npm's tree reader at its import, 0.5 s and 70 MB, for the one
// feature that turns functions into code for the cloud, and its Automation API, 0.05 s, for programs that run other
// programs. None of the three is used here. They are replaced for the SDK's own modules alone; whoever else asks for
// them gets the real ones. Plain JavaScript, since it runs before the check
// of Node's version has let TypeScript through.
import { createRequire, registerHooks } from "node:module";

const stubbed = new Set(["typescript", "@npmcli/arborist", "./automation"]);
const scheme = "tenantry-stub:";

const hooks = registerHooks({
  resolve(specifier, context, nextResolve) {
    if (stubbed.has(specifier) && isSdk(context.parentURL)) {
      return { url: `${scheme}${specifier}`, format: "commonjs", shortCircuit: true };
    }
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (url.startsWith(scheme)) {
      return { format: "commonjs", source: sourceOf(url.slice(scheme.length)), shortCircuit: true };
    }
    return nextLoad(url, context);
  },
});

// Hooks cost every later module something, and Node's cache of compiled code passes over what went through them.
createRequire(import.meta.url)("@pulumi/pulumi");
hooks.deregister();

function isSdk(parentUrl) {
  return parentUrl?.includes("/node_modules/@pulumi/pulumi/") ?? false;
}

/** Reads as an empty module at import and says why at the first use. */
function sourceOf(name) {
  const message = `${name} is left out of the Pulumi SDK here; see stacks/sdk-stubs.mjs`;
  return `module.exports = new Proxy({}, {
  get(target, key) {
    if (typeof key === "symbol" || key === "__esModule" || key === "then" || key === "default") return target[key];
    throw new Error(${JSON.stringify(message)} + " (asked for " + key + ")");
  },
});`;
}
