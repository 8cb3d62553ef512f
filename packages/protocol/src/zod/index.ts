// `@para-docker/protocol/zod`: every document as a zod schema, held to the types and to the JSON Schemas by tests.
//
// They judge the shape of a value that JSON.parse made, and take unknown fields away; the stages before it (size, UTF-8, depth, version)
// are parse's. `CommandQueueSchema` refuses a whole queue for one bad entry, which an agent must not.
export * from "./agent.js";
export * from "./commands.js";
export * from "./host.js";
export * from "./status.js";
