import { equal } from "node:assert/strict";
import { printable } from "../../model/printable.ts";

describe("printable", () => {
  it("leaves what a person can see as it is, in any script", () => {
    const seen = "Café 名前 Ωmega <b> | ` @team #12 🚀";
    equal(printable(seen), seen);
  });

  it("writes what a terminal obeys and what breaks a line as its code point", () => {
    equal(printable("a\u001b[31m\r\n\tb\u2028\u0085"), "a\\u001b[31m\\u000d\\u000a\\u0009b\\u2028\\u0085");
  });

  it("writes what turns or hides text as its code point, beyond the basic plane too", () => {
    equal(
      printable("\u202eabc\u2066\u200b\ufeff\u3164\u2800\u00ad\ufe0f"),
      "\\u202eabc\\u2066\\u200b\\ufeff\\u3164\\u2800\\u00ad\\ufe0f",
    );
    equal(printable("a\u{e0041}\u{e0100}"), "a\\u{e0041}\\u{e0100}");
  });

  it("writes half a character as its code point", () => {
    equal(printable("a\ud83d b"), "a\\ud83d b");
  });
});
