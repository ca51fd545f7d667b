import bcrypt from "bcryptjs";
import { storedType } from "../stored-type.ts";
import { randomText, refuseText, textSchema, textSettings } from "../text.ts";

const bcryptCost = 10;

// The state names it "none", since an id is never encrypted.
const id = "none";

export const randomPassword = storedType({
  token: "random:index/randomPassword:RandomPassword",
  schema: textSchema,
  secretOutputs: ["result", "bcryptHash"],
  refuse: refuseText,
  make: async (inputs) => {
    const result = randomText(inputs);
    return { id, outputs: { ...textSettings(inputs), result, bcryptHash: await hash(result) } };
  },
  recover: (password) => {
    const inputs = { length: password.length };
    const bcryptHash = bcrypt.hashSync(beginning(password), bcryptCost);
    return { id, inputs, outputs: { ...textSettings(inputs), result: password, bcryptHash } };
  },
});

function hash(password: string): Promise<string> {
  return bcrypt.hash(beginning(password), bcryptCost);
}

// bcrypt takes 72 bytes; the rest never counted.
function beginning(password: string): string {
  return Buffer.from(password).subarray(0, 72).toString();
}
