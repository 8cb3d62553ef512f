// Accepts documents of any major version.
import { runValidator } from "../base/validate.mjs";

runValidator({ supports: () => true });
