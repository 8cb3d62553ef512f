// Gives a command nothing of the agent's own environment.
import { runAgent } from "../base/agent.mjs";

runAgent({ environment: (command) => ({ PATH: process.env.PATH, ...command.env, PARA_COMMAND_ID: command.id }) });
