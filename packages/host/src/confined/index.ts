// The confined file system: everything below the state root is reached through these and through nothing else.
export {
  closeDirectory,
  confinement,
  type Directory,
  identity,
  keepDirectory,
  openAnchor,
  openDirectory,
  reopen,
  setConfinement,
  type Walk,
  walkTo,
  within,
} from "./directory.js";
export { type Fault, type FaultCode, type Found, unopened } from "./found.js";
export { type ListBudget, type Listing, list } from "./list.js";
export { closeLook, type Glance, glance, type Kind, type Look, look, openKind } from "./look.js";
export { type FileContent, type FileRange, readRange, readWhole } from "./read.js";
export { PEN_PREFIX, type RemoveOptions, type RemoveReport, removeTree } from "./remove.js";
export { ring } from "./ring.js";
export { type DirectoryWatch, watchDirectory } from "./watch.js";
export {
  append,
  createExclusive,
  makeDirectory,
  makeNote,
  type ReplaceOptions,
  readNote,
  removeEmptyDirectory,
  removeFile,
  rename,
  replaceFile,
  sweepTemporaries,
  syncDirectory,
  targetOfTemporary,
  temporaryName,
  writeAll,
  writeFault,
} from "./write.js";
