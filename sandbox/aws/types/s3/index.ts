import type { TypeDefinition } from "../../define-type.ts";
import { accountPublicAccessBlock } from "./account-public-access-block.ts";
import { bucket } from "./bucket.ts";
import { bucketLifecycleConfiguration } from "./bucket-lifecycle-configuration.ts";
import { bucketLogging } from "./bucket-logging.ts";
import { bucketObjectLockConfiguration } from "./bucket-object-lock-configuration.ts";
import { bucketOwnershipControls } from "./bucket-ownership-controls.ts";
import { bucketPolicy } from "./bucket-policy.ts";
import { bucketPublicAccessBlock } from "./bucket-public-access-block.ts";
import { bucketReplicationConfig } from "./bucket-replication-config.ts";
import { bucketServerSideEncryptionConfiguration } from "./bucket-server-side-encryption-configuration.ts";
import { bucketVersioning } from "./bucket-versioning.ts";

export const s3Types: readonly TypeDefinition[] = [
  accountPublicAccessBlock,
  bucket,
  bucketLifecycleConfiguration,
  bucketLogging,
  bucketObjectLockConfiguration,
  bucketOwnershipControls,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketReplicationConfig,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
];
