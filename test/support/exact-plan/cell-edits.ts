import { change, type EditedStack } from "./edit.ts";

/** Edits on a cell, which other stacks stand on: each is taken back at the end. */
export const cellEdits: EditedStack = {
  stack: "cell-us-1",
  edits: [
    {
      kind: "cell",
      name: "room for more tenants",
      changes: [change("cells/us-1.yaml", "tenants: 400", "tenants: 390")],
    },
    {
      kind: "cell",
      name: "how often keys are rotated",
      changes: [change("cells/us-1.yaml", "key_rotation_days: 90", "key_rotation_days: 180")],
    },
    {
      kind: "cell",
      name: "connections of the database server, and whom the cell is told about",
      changes: [
        change("cells/us-1.yaml", "max_connections: 4500", "max_connections: 4600"),
        change("fleet.yaml", "alarms: ops@example.com", "alarms: on-call@example.com"),
      ],
    },
    {
      kind: "cell",
      name: "another version of the cluster",
      changes: [change("cells/us-1.yaml", 'version: "1.34"', 'version: "1.35"')],
      isPreviewed: true,
    },
    {
      kind: "cell",
      name: "spaces before a comment",
      changes: [change("cells/us-1.yaml", "residency: us ", "residency: us   ")],
      isWithoutEffect: true,
    },
  ],
};
