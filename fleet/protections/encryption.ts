import type { ProtectedSide, ProtectionKind } from "./protection.ts";

const keyInput = /^(.*kms.*key.*|keyArn|encryptionKey)$/i;
const switches =
  /^(storageEncrypted|encrypted|enableKeyRotation|atRestEncryptionEnabled|transitEncryptionEnabled|sqsManagedSseEnabled|requireTls)$/;

/** None, AWS's own, somebody's, the stack's own: a tenant's key is what makes its data unreadable when it leaves. */
function keyStrength(value: string, side: ProtectedSide): number {
  if (value === "") return 0;
  if (/alias\/aws\//.test(value)) return 1;
  return side.isOwnKey(value) ? 3 : 2;
}

const algorithms: Readonly<Record<string, number>> = { AES256: 1, "aws:kms": 2, "aws:kms:dsse": 3 };
const viewerProtocols: Readonly<Record<string, number>> = { "allow-all": 0, "redirect-to-https": 1, "https-only": 2 };

/** The oldest TLS that a security policy lets in: `ELBSecurityPolicy-TLS13-1-2-2021-06` and `TLSv1.2_2021` are 1.2. */
function oldestTls(value: string): number {
  if (/TLS13-1-3/.test(value)) return 1.3;
  const [, version] = /TLS(?:13-|v|_)?(1[._-]\d|1)/i.exec(value.replace(/TLS13[-_]/, "TLS")) ?? [];
  return version === undefined ? 0 : Number(version.replace(/[_-]/, "."));
}

const tlsInputs = new Set(["sslPolicy", "minimumProtocolVersion", "securityPolicy", "tlsPolicy", "tlsSecurityPolicy"]);

/** Inputs with words of their own. */
const wordStrengths: Readonly<Record<string, (value: string) => number>> = {
  sseAlgorithm: (value) => algorithms[value] ?? 0,
  viewerProtocolPolicy: (value) => viewerProtocols[value] ?? 0,
};

function textStrength(key: string, value: string, side: ProtectedSide): number | undefined {
  if (tlsInputs.has(key)) return oldestTls(value);
  return wordStrengths[key]?.(value) ?? (keyInput.test(key) ? keyStrength(value, side) : undefined);
}

/** Encryption at rest and on the wire: keys, switches, algorithms, versions of TLS, rotation. */
export const encryption: ProtectionKind = {
  strengthOf: ({ key, value }, _resource, side) => {
    if (switches.test(key)) return value === true || value === "true" ? 1 : 0;
    if (key === "rotationPeriodInDays") return -Number(value);
    return typeof value === "string" ? textStrength(key, value, side) : undefined;
  },
  // KMS rotates once a year unless it is told otherwise.
  absent: ({ key }) => (key === "rotationPeriodInDays" ? -365 : 0),
};
