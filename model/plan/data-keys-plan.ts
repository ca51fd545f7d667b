/**
 * Field-level encryption: a data key for each field, or kind of field, below the tenant's key. The key gives data keys
 * out and opens them again for this encryption context alone, so another tenant's ciphertext never opens.
 */
export interface DataKeysPlan {
  readonly encryptionContext: Readonly<Record<string, string>>;
}
