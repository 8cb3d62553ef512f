// Generated from src/documents by `pnpm generate`. Do not edit.
import type { CommandResult } from "../documents/index.js";
import type { Validator } from "../validator.js";
export declare const validateResult: Validator<CommandResult>;
