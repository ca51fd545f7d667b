import { randomBytes } from "node:crypto";
import type { PropertyMap } from "../../provider/provider.ts";
import { keepers, storedType } from "../stored-type.ts";

export const randomId = storedType({
  token: "random:index/randomId:RandomId",
  schema: { ...keepers, byteLength: { type: "number", required: true, minimum: 1 }, prefix: { type: "text" } },
  make: (inputs) => {
    const bytes = randomBytes(Number(inputs["byteLength"]));
    return { id: bytes.toString("base64url"), outputs: { ...inputs, ...forms(bytes, inputs["prefix"]) } };
  },
  recover: (imported) => {
    const comma = imported.lastIndexOf(",");
    const bytes = Buffer.from(imported.slice(comma + 1), "base64url");
    const prefix = comma < 0 ? {} : { prefix: imported.slice(0, comma) };
    const inputs = { byteLength: bytes.length, ...prefix };
    return { id: bytes.toString("base64url"), inputs, outputs: { ...inputs, ...forms(bytes, inputs.prefix) } };
  },
});

function forms(bytes: Buffer, prefix: unknown): PropertyMap {
  const before = typeof prefix === "string" ? prefix : "";
  return {
    b64Std: `${before}${bytes.toString("base64")}`,
    b64Url: `${before}${bytes.toString("base64url")}`,
    hex: `${before}${bytes.toString("hex")}`,
    dec: `${before}${BigInt(`0x${bytes.toString("hex")}`)}`,
  };
}
