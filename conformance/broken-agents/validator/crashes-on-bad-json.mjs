// Ends with an exception where the text is not JSON.
import { runValidator } from "../base/validate.mjs";

runValidator({
  parse(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      process.stderr.write(`${error.stack}\n`);
      process.exit(70);
    }
  },
});
