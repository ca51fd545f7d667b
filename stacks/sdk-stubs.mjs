// The Pulumi SDK loads the TypeScript compiler and npm's tree reader at its import, 0.5 s and 70 MB, for the one
// feature that turns functions into code for the cloud, which no program here uses. Both are replaced for the SDK's
// own modules alone; whoever else asks for them gets the real ones. Plain JavaScript, since it runs before the check
// of Node's version has let TypeScript through.
import { registerHooks } from "node:module";

const stubbed = new Set(["typescript", "@npmcli/arborist"]);
const scheme = "tenantry-stub:";

registerHooks({
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

function isSdk(parentUrl) {
  return parentUrl?.includes("/node_modules/@pulumi/pulumi/") ?? false;
}

/** Reads as an empty module at import and says why at the first use. */
function sourceOf(name) {
  const message = `${name} is not loaded in a tenantry program: functions cannot become resources here`;
  return `module.exports = new Proxy({}, {
  get(target, key) {
    if (typeof key === "symbol" || key === "__esModule" || key === "then" || key === "default") return target[key];
    throw new Error(${JSON.stringify(message)} + " (asked for " + key + ")");
  },
});`;
}
