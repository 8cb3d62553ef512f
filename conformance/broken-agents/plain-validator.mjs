// The plain validator with nothing broken.
import { runValidator } from "./base/validate.mjs";

runValidator();
