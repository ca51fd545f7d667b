/** A schedule that rotates a key on demand, where the period sold is shorter than KMS rotates at by itself. */
export interface KeyRotationSchedulePlan {
  /** Days between two rotations, as sold: 1 to 89. */
  readonly periodDays: number;
  readonly scheduleName: string;
  /** Role that the schedule takes on; it may rotate this key and nothing else. */
  readonly roleName: string;
  /** The cell's group of such schedules, which its alarm looks at. */
  readonly groupName: string;
  /** The cell's queue of rotations that could not be done. */
  readonly deadLetterQueueName: string;
}

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
       * Absent where the period sold is shorter (`onDemandRotation`), and in a key store of the customer's.
       */
      readonly rotationPeriodDays?: number;
      readonly onDemandRotation?: KeyRotationSchedulePlan;
      /** CloudHSM key store that holds the key; absent: KMS' own. */
      readonly customKeyStoreId?: string;
      /** Days between a scheduled deletion and the key's end; KMS accepts 7 to 30. */
      readonly deletionWindowDays: number;
      readonly multiRegion: boolean;
    };

/** What a cell has for the schedules that rotate its tenants' keys. */
export interface CellKeyRotationPlan {
  readonly groupName: string;
  readonly deadLetterQueueName: string;
  readonly alarmName: string;
}
