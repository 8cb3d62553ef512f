// Accepts documents nested as deep as they like.
import { runValidator } from "../base/validate.mjs";

runValidator({ depth: () => Number.POSITIVE_INFINITY });
