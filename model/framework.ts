/** What a control demands of a setting: a least, a most, or one value. A least of a word is by the setting's order. */
export type Demand =
  | { readonly minimum: number | string }
  | { readonly maximum: number }
  | { readonly value: boolean | string };

/** A setting that a compliance framework does not let fall below a level. */
export interface Floor {
  /** Dotted path from the template's root, e.g. `configuration.security.mfa_config.required`. */
  readonly path: string;
  readonly demand: Demand;
  /** The framework's own number of the control, e.g. `8.3.6`. */
  readonly control: string;
  /** What the control says of it, in a sentence. */
  readonly reason: string;
  /** Where to read it. */
  readonly source: string;
}

/** Where a framework lets a tenant's data be. */
export interface ResidencyDemand {
  /** As `residency` of a tenant's file has them, e.g. `us_gov`. */
  readonly allowed: readonly string[];
  readonly control: string;
  readonly reason: string;
  readonly source: string;
}

/** A compliance framework: what it demands of a tenant's configuration. Floors only raise, they never weaken. */
export interface Framework {
  /** As tenants write it, e.g. `pci_dss`; its file has `-` for `_`. */
  readonly id: string;
  readonly title: string;
  readonly floors: readonly Floor[];
  /** Absent where the framework lets data be anywhere. */
  readonly residency?: ResidencyDemand;
}

/** A control of a framework and the setting it is about; `residency` is that of the tenant's file. */
export type ControlledPath = Pick<Floor, "path" | "control" | "reason" | "source">;

/** Every control of a framework that this platform has a setting for. */
export const controlledPathsOf = ({ floors, residency }: Framework): readonly ControlledPath[] =>
  residency === undefined ? floors : [...floors, { path: "residency", ...residency }];
