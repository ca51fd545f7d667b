/** Fields of AWS' cron expressions, in their order, with the numbers and names that each takes. */
const fields = [
  { name: "minutes", minimum: 0, maximum: 59 },
  { name: "hours", minimum: 0, maximum: 23 },
  { name: "day of month", minimum: 1, maximum: 31 },
  { name: "month", minimum: 1, maximum: 12, names: "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC" },
  { name: "day of week", minimum: 1, maximum: 7, names: "SUN MON TUE WED THU FRI SAT" },
  { name: "year", minimum: 1970, maximum: 2199 },
] as const;

/**
 * What is wrong with a schedule of AWS Backup; undefined where nothing is. Six fields, one of the two days a question
 * mark, and at least an hour between two runs.
 * Sources: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html and
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function scheduleRefusal(schedule: string | undefined): string | undefined {
  if (schedule === undefined) return undefined;
  const inner = /^cron\((.+)\)$/.exec(schedule)?.[1];
  const parts = inner?.trim().split(/\s+/) ?? [];
  if (parts.length !== fields.length) return `expected cron(minutes hours day month weekday year), got ${schedule}`;
  const wrong = fields.find((field, index) => !isField(parts[index] ?? "", field));
  if (wrong) return `the ${wrong.name} of ${schedule} are not valid`;
  if ([parts[2], parts[4]].filter((part) => part === "?").length !== 1) {
    return `one of day of month and day of week must be a question mark in ${schedule}`;
  }
  if (!/^\d+$/.test(parts[0] ?? "")) return `Backup jobs must be at least an hour apart, got ${schedule}`;
  return undefined;
}

function isField(part: string, field: (typeof fields)[number]): boolean {
  if (part === "*") return true;
  if (part === "?") return field.name.startsWith("day");
  return part.split(",").every((item) => isItem(item, field));
}

/** One of `5`, `MON`, `1-5`, `0/12`, `L`, `3#2`, `15W`. */
function isItem(item: string, field: (typeof fields)[number]): boolean {
  if (field.name.startsWith("day") && /^(L|\d+L|\d+W|\d#\d)$/.test(item)) return true;
  const [range = "", step] = item.split("/");
  if (step !== undefined && !/^[1-9]\d*$/.test(step)) return false;
  return range === "*" || range.split("-").every((end) => isEnd(end, field));
}

function isEnd(end: string, field: (typeof fields)[number]): boolean {
  if ("names" in field && field.names.split(" ").includes(end)) return true;
  return /^\d+$/.test(end) && Number(end) >= field.minimum && Number(end) <= field.maximum;
}
