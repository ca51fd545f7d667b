import { randomBytes, randomUUID } from "node:crypto";
import { keepers, type RandomType, storedType } from "../stored-type.ts";

export const randomUuid = uuidType("random:index/randomUuid:RandomUuid", randomUUID);

export const randomUuid4 = uuidType("random:index/randomUuid4:RandomUuid4", randomUUID);

/** Begins with the time in milliseconds, so that values sort by age (RFC 9562, section 5.7). */
export const randomUuid7 = uuidType("random:index/randomUuid7:RandomUuid7", () => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
});

function uuidType(token: string, draw: () => string): RandomType {
  return storedType({
    token,
    schema: keepers,
    make: (inputs) => {
      const result = draw();
      return { id: result, outputs: { ...inputs, result } };
    },
    recover: (uuid) => ({ id: uuid, inputs: {}, outputs: { result: uuid } }),
  });
}
