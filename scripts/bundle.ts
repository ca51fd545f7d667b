import { makeBundle } from "./make-bundle.ts";

const { bytes, files, milliseconds } = await makeBundle();
console.log(`dist/program.cjs: ${Math.round(bytes / 1024)} KiB from ${files} sources in ${milliseconds} ms`);
