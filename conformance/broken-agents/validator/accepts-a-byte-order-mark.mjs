// Lets a byte order mark pass.
import { runValidator } from "../base/validate.mjs";

runValidator({ acceptsMark: () => true });
