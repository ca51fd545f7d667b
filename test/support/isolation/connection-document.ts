import type { Isolation } from "../../../model/isolation.ts";

/** What `tenantry connect <tenant> --json` prints. */
export interface ConnectionDocument {
  readonly tenant: string;
  readonly isolation: Isolation;
  readonly postgres: {
    readonly host: string;
    readonly port: number;
    readonly database: string;
    readonly user: string;
    readonly password: string;
    readonly schema: string;
  };
  readonly kubernetes: {
    readonly server: string;
    readonly ca: string;
    readonly token: string;
    readonly namespace: string;
  };
  readonly bucket: string;
  readonly key: string;
}
