// `{session}.docker`: what the host keeps of a session's container, beside the session's directory and out of its reach.
import { closeSync } from "node:fs";
import {
  type ContainerMetadata,
  isSessionName,
  LIMITS,
  type Parsed,
  PROTOCOL_VERSION,
  parseContainer,
} from "@para-docker/protocol";
import {
  createExclusive,
  type Directory,
  type Found,
  readWhole,
  removeFile,
  replaceFile,
  sweepTemporaries,
  syncDirectory,
  writeFault,
} from "./confined/index.js";
import { systemCode } from "./errors.js";
import { checkSessionName } from "./places.js";

/** Ending of a metadata file's name. */
const ENDING = ".docker";

/** Name of a session's metadata file in the state root. @throws HostError `invalid_name`. */
export function metadataName(session: string): string {
  return `${checkSessionName(session)}${ENDING}`;
}

/** The session that a file of the state root is the metadata of, or nothing for any other file. */
export function sessionOfMetadata(fileName: string): string | undefined {
  const name = fileName.endsWith(ENDING) ? fileName.slice(0, -ENDING.length) : "";
  return isSessionName(name) ? name : undefined;
}

/** Reads a session's metadata: a fault of the file system, or the document, or what is wrong with it. */
export function readMetadata(root: Directory, session: string): Found<Parsed<ContainerMetadata>> {
  const file = readWhole(root, metadataName(session), LIMITS.bytes.container);
  return file.ok ? { ok: true, value: parseContainer(file.value.bytes) } : file;
}

/** The metadata where it is there and valid, and for this session; else nothing. */
export function metadataOf(root: Directory, session: string): ContainerMetadata | undefined {
  const read = readMetadata(root, session);
  if (!read.ok || !read.value.ok) return undefined;
  return read.value.value.session_name === session ? read.value.value : undefined;
}

/** Writes a session's metadata, durable when it returns. @throws HostError `write_failed`. */
export function writeMetadata(root: Directory, metadata: ContainerMetadata): void {
  replaceFile(root, metadataName(metadata.session_name), bytesOf(metadata), { mode: 0o600, sync: "full" });
}

function bytesOf(metadata: ContainerMetadata): Buffer {
  const document: ContainerMetadata = { protocol_version: PROTOCOL_VERSION, ...metadata };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

/** Removes a session's metadata, and what a killed process left of writing them. None there is no fault. */
export function removeMetadata(root: Directory, session: string): void {
  sweepTemporaries(root, metadataName(session));
  if (removeFile(root, metadataName(session))) syncDirectory(root);
}

/**
 * Writes a new session's metadata if it has none yet; false if it has. Of several hosts that start one name at the same time, one
 * gets true. Durable when it returns.
 *
 * @throws HostError `write_failed`.
 */
export function claimMetadata(root: Directory, metadata: ContainerMetadata): boolean {
  const name = metadataName(metadata.session_name);
  let fd: number;
  try {
    fd = createExclusive(root, name, 0o600);
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") return false;
    throw writeFault(`write ${name}`, cause);
  }
  closeSync(fd);
  // Whoever finds it empty takes it for a session that is being started.
  try {
    writeMetadata(root, metadata);
  } catch (error) {
    removeFile(root, name);
    throw error;
  }
  return true;
}
