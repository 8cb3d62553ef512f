#!/usr/bin/env node
// Starts the built program. This file is in the repository and not built, so that package managers can link it before a build.
import module from "node:module";

// Node 22 keeps the compiled code between runs; 20 cannot.
module.enableCompileCache?.();
await import("../dist/para-docker.js");
