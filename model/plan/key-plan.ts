/** Which key encrypts what a tenant stores. */
export type KeyPlan =
  /** The cell's key, with `tenant` in the encryption context. */
  | { readonly kind: "cell" }
  | {
      readonly kind: "own";
      /** Alias without the `alias/` prefix. */
      readonly aliasName: string;
      readonly description: string;
      /**
       * Period of automatic rotation; KMS accepts 90 to 2,560 days
       * (https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html).
       * Absent where the period sold is shorter: then nothing rotates by itself and `TenantPlan.notices` says so.
       */
      readonly rotationPeriodDays?: number;
      /** Days between a scheduled deletion and the key's end; KMS accepts 7 to 30. */
      readonly deletionWindowDays: number;
      readonly multiRegion: boolean;
    };
