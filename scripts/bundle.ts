import { makeBundle } from "./make-bundle.ts";

for (const name of ["program", "cli"] as const) {
  const { bytes, files, milliseconds } = await makeBundle(name);
  console.log(`dist/${name}.cjs: ${Math.round(bytes / 1024)} KiB from ${files} sources in ${milliseconds} ms`);
}
