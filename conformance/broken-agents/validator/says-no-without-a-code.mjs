// Rejects with exit code 1 and says nothing.
import { runValidator } from "../base/validate.mjs";

runValidator({ verdict: () => "no\n" });
