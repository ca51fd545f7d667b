import { storedType } from "../stored-type.ts";
import { randomText, refuseText, textSchema, textSettings } from "../text.ts";

export const randomString = storedType({
  token: "random:index/randomString:RandomString",
  schema: textSchema,
  refuse: refuseText,
  make: (inputs) => {
    const result = randomText(inputs);
    return { id: result, outputs: { ...textSettings(inputs), result } };
  },
  recover: (text) => {
    const inputs = { length: text.length };
    return { id: text, inputs, outputs: { ...textSettings(inputs), result: text } };
  },
});
