import { defineType, when } from "../../define-type.ts";
import { texts } from "../../values.ts";

/** https://docs.aws.amazon.com/inspector/v2/APIReference/API_Enable.html */
export const enabler = defineType({
  token: "aws:inspector2/enabler:Enabler",
  replaces: ["accountIds"],
  // A second Enable of the same account succeeds in AWS; a second declaration is told, as with a bucket's settings.
  duplicateCode: "ConflictException",
  check: (inputs) => {
    const odd = texts(inputs, "accountIds").filter((id) => !/^\d{12}$/.test(id));
    const code = texts(inputs, "resourceTypes");
    return when(
      [odd.length > 0, "accountIds", `12 digits are expected, got ${odd.join(", ")}`],
      [
        code.includes("LAMBDA_CODE") && !code.includes("LAMBDA"),
        "resourceTypes",
        "api error ValidationException: LAMBDA_CODE needs LAMBDA",
      ],
    );
  },
  create: (inputs) => ({
    id: `${texts(inputs, "accountIds").toSorted().join(":")}-${texts(inputs, "resourceTypes").toSorted().join(":")}`,
  }),
});
