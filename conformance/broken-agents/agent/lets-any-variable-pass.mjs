// Lets a command set LD_PRELOAD, PATH and their like.
import { runAgent } from "../base/agent.mjs";

runAgent({ mayset: () => true });
