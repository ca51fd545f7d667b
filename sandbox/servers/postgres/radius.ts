import { createHash } from "node:crypto";

// Codes and attributes of RFC 2865, which PostgreSQL's `radius` method speaks.
const accessRequest = 1;
const accessAccept = 2;
const accessReject = 3;
const userNameAttribute = 1;
const userPasswordAttribute = 2;
const nasIdentifierAttribute = 32;
const headerBytes = 20;
const blockBytes = 16;

/** Who wants in, and with which password. */
export interface RadiusRequest {
  readonly username: string;
  readonly password: string;
  /** Which server asks: `radiusidentifiers` of its pg_hba.conf. */
  readonly server: string;
}

/** Reads an Access-Request. Undefined for anything else, which gets no answer. */
export function readRadiusRequest(packet: Buffer, secret: string): RadiusRequest | undefined {
  if (packet.length < headerBytes || packet[0] !== accessRequest || packet.readUInt16BE(2) !== packet.length)
    return undefined;
  const attributes = readAttributes(packet.subarray(headerBytes));
  const [username, hidden, server] = [userNameAttribute, userPasswordAttribute, nasIdentifierAttribute].map((type) =>
    attributes.get(type),
  );
  if (username === undefined || hidden === undefined || server === undefined || hidden.length % blockBytes !== 0)
    return undefined;
  return {
    username: username.toString(),
    password: reveal(hidden, secret, packet.subarray(4, headerBytes)),
    server: server.toString(),
  };
}

/** The answer to a request, signed with the secret. */
export function writeRadiusResponse(request: Buffer, accepted: boolean, secret: string): Buffer {
  const header = Buffer.from([accepted ? accessAccept : accessReject, request[1] ?? 0, 0, headerBytes]);
  const authenticator = md5(header, request.subarray(4, headerBytes), Buffer.from(secret));
  return Buffer.concat([header, authenticator]);
}

function readAttributes(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const attributes = new Map<number, Buffer>();
  for (let at = 0; at + 2 <= bytes.length; ) {
    const [type = 0, length = 0] = bytes.subarray(at, at + 2);
    if (length < 2) break;
    attributes.set(type, bytes.subarray(at + 2, at + length));
    at += length;
  }
  return attributes;
}

/** Section 5.2: each block is combined with a digest of the secret and the block before it. */
function reveal(hidden: Buffer, secret: string, authenticator: Buffer): string {
  const blocks: Buffer[] = [];
  for (let at = 0; at < hidden.length; at += blockBytes) {
    const mask = md5(Buffer.from(secret), at === 0 ? authenticator : hidden.subarray(at - blockBytes, at));
    blocks.push(Buffer.from(hidden.subarray(at, at + blockBytes).map((byte, index) => byte ^ (mask[index] ?? 0))));
  }
  return Buffer.concat(blocks).toString().replace(/\0+$/, "");
}

// MD5 is what the protocol says; secret and traffic never leave this machine.
function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
