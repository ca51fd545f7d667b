import { randomBytes } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** An id as AppConfig makes it: 7 of a-z and 0-9. */
export const appConfigId = (): string => [...randomBytes(7)].map((byte) => letters[byte % letters.length]).join("");
