// Accepts documents of any size.
import { runValidator } from "../base/validate.mjs";

runValidator({ readLimit: () => Number.POSITIVE_INFINITY });
