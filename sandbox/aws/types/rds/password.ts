import { randomInt } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&*+-.:<=>?_";

/** A master password as RDS makes one for Secrets Manager: 28 printable characters without quotes, slash, at or space. */
export function masterPassword(): string {
  return Array.from({ length: 28 }, () => letters[randomInt(letters.length)]).join("");
}
