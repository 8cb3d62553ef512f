// Generated from src/documents by `pnpm generate`. Do not edit.
import type { ContainerStatus } from "../documents/index.js";
import type { Validator } from "../validator.js";
export declare const validateStatus: Validator<ContainerStatus>;
