/** Stack of the cloud's part of a cell. */
export const cellStackName = (cell: string): string => `cell-${cell}`;

/** Stack of what lives inside a cell's cluster and database server. */
export const cellPlatformStackName = (cell: string): string => `cell-${cell}-platform`;

/** Stack of what operates on the fleet: first to come up, last to go. No tenant can be called so. */
export const controlPlaneStackName = "control-plane";
