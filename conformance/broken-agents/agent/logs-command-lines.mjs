// Puts command lines into its log.
import { runAgent } from "../base/agent.mjs";

runAgent({ logRecord: (record, command) => (command ? { ...record, message: `runs ${command.command}` } : record) });
