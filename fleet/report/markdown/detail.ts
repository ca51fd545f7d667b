/** How much of a plan a comment shows. */
export interface Detail {
  readonly diagram: boolean;
  /** Changed properties shown of each operation. */
  readonly properties: number;
  /** Operations shown of each group. */
  readonly rows: number;
  readonly groups: number;
  readonly findings: number;
  /** Characters of each side of a changed property. */
  readonly value: number;
}

const everything: Detail = { diagram: true, properties: 200, rows: 500, groups: 500, findings: 200, value: 160 };

/** From all to next to nothing: first diagrams go, then differences of properties, then rows. */
export const details: readonly Detail[] = [
  everything,
  { ...everything, diagram: false },
  ...[
    { properties: 50, value: 120 },
    { properties: 12, value: 80 },
    { properties: 4, value: 60 },
    { properties: 1, value: 60 },
    { properties: 0, value: 0 },
  ].map((less) => ({ ...everything, diagram: false, ...less })),
  ...[
    { rows: 100, groups: 200, findings: 100 },
    { rows: 40, groups: 100, findings: 60 },
    { rows: 15, groups: 60, findings: 40 },
    { rows: 5, groups: 40, findings: 20 },
    { rows: 0, groups: 40, findings: 10 },
    { rows: 0, groups: 10, findings: 5 },
    { rows: 0, groups: 0, findings: 0 },
  ].map((less) => ({ ...everything, diagram: false, properties: 0, value: 0, ...less })),
];

/** What a comment shows in the end, counted while it is written. */
export class Shown {
  diagrams = 0;
  properties = 0;
  rows = 0;
  groups = 0;
  findings = 0;
  failures = 0;
}
