// The host side of the protocol, for the command line and for other programs.
export { HostError, type HostErrorCode, isHostError } from "./errors.js";
