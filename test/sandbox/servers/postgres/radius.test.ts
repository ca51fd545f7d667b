import assert from "node:assert/strict";
import { readRadiusRequest, writeRadiusResponse } from "../../../../sandbox/servers/postgres/radius.ts";

// The example of RFC 2865, section 7.1, with a NAS-Identifier in place of its address: password "arctangent", secret "xyzzy5461".
const authenticator = Buffer.from("0f403f9473978057bd83d5cb98f4227a", "hex");
const attributes = Buffer.concat([
  Buffer.from("01066e656d6f", "hex"),
  Buffer.from("02120dbe708d93d413ce3196e43f782a0aee", "hex"),
  Buffer.from([32, 8]),
  Buffer.from("cell-1"),
]);
const request = Buffer.concat([Buffer.from([1, 7, 0, 20 + attributes.length]), authenticator, attributes]);

describe("readRadiusRequest", () => {
  it("reads the RFC's own example", () => {
    assert.deepEqual(readRadiusRequest(request, "xyzzy5461"), {
      username: "nemo",
      password: "arctangent",
      server: "cell-1",
    });
  });

  it("reads another password where the secret is another", () => {
    assert.notEqual(readRadiusRequest(request, "xyzzy5462")?.password, "arctangent");
  });

  for (const [what, packet] of [
    ["another kind of packet", Buffer.concat([Buffer.from([2]), request.subarray(1)])],
    ["a packet that is cut off", request.subarray(0, -3)],
    ["a header alone", request.subarray(0, 10)],
    ["no attributes", Buffer.concat([Buffer.from([1, 7, 0, 20]), authenticator])],
    ["an attribute without a length", Buffer.concat([Buffer.from([1, 7, 0, 22]), authenticator, Buffer.from([1, 0])])],
  ] as const) {
    it(`gives no answer to ${what}`, () => assert.equal(readRadiusRequest(packet, "xyzzy5461"), undefined));
  }
});

describe("writeRadiusResponse", () => {
  it("signs the RFC's own accept, but for its attributes", () => {
    const answer = writeRadiusResponse(request, true, "xyzzy5461");
    assert.deepEqual([...answer.subarray(0, 4)], [2, 7, 0, 20]);
    assert.equal(answer.length, 20);
    assert.notDeepEqual(answer.subarray(4), writeRadiusResponse(request, true, "other").subarray(4));
  });

  it("rejects with another code", () => assert.equal(writeRadiusResponse(request, false, "xyzzy5461")[0], 3));
});
