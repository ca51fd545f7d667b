import { randomBytes as drawBytes } from "node:crypto";
import { keepers, storedType } from "../stored-type.ts";

export const randomBytes = storedType({
  token: "random:index/randomBytes:RandomBytes",
  schema: { ...keepers, length: { type: "number", required: true, minimum: 1 } },
  secretOutputs: ["base64", "hex"],
  make: (inputs) => {
    const bytes = drawBytes(Number(inputs["length"]));
    // The value is a secret, and an id is never encrypted.
    return { id: "none", outputs: { ...inputs, base64: bytes.toString("base64"), hex: bytes.toString("hex") } };
  },
  recover: (base64) => {
    const bytes = Buffer.from(base64, "base64");
    const inputs = { length: bytes.length };
    return { id: "none", inputs, outputs: { ...inputs, base64, hex: bytes.toString("hex") } };
  },
});
