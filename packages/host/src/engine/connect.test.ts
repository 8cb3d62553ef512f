// An engine is found where docker finds it, and what is wrong is said in one line.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isHostError } from "../errors.js";
import { connectEngine, type Engine } from "./connect.js";
import { findEndpoint } from "./endpoint.js";

const folder = mkdtempSync(join(tmpdir(), "para-test-connect-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the address", () => {
  test("a given address comes before DOCKER_HOST", async () => {
    expect(await findEndpoint("unix:///a.sock", { DOCKER_HOST: "unix:///b.sock" })).toMatchObject({
      socketPath: "/a.sock",
    });
    expect(await findEndpoint(undefined, { DOCKER_HOST: "unix:///b.sock" })).toMatchObject({ socketPath: "/b.sock" });
  });

  test("tcp has port 2375, and 2376 with certificates", async () => {
    expect(await findEndpoint("tcp://engine.example", {})).toMatchObject({ host: "engine.example", port: 2375 });
    const secure = await findEndpoint("tcp://[::1]", { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder });
    expect(secure).toMatchObject({ host: "::1", port: 2376, tls: {} });
  });

  test.each(["ssh://me@there", "docker.sock", "tcp://", "unix:relative", ""])(
    "%j is refused or passed over",
    async (address) => {
      if (address === "") {
        expect((await findEndpoint(undefined, { DOCKER_HOST: address, HOME: folder })).socketPath).toBeDefined();
        return;
      }
      await expect(findEndpoint(address, {})).rejects.toMatchObject({
        code: "no_engine",
        hint: expect.stringContaining("DOCKER_HOST"),
      });
    },
  );

  test("the docker context in use names it", async () => {
    const config = join(folder, "docker");
    const id = createHash("sha256").update("colima").digest("hex");
    const meta = join(config, "contexts", "meta", id, "meta.json");
    mkdirSync(dirname(meta), { recursive: true });
    writeFileSync(join(config, "config.json"), JSON.stringify({ currentContext: "colima" }));
    writeFileSync(meta, JSON.stringify({ Name: "colima", Endpoints: { docker: { Host: "unix:///colima.sock" } } }));
    expect(await findEndpoint(undefined, { DOCKER_CONFIG: config })).toMatchObject({ socketPath: "/colima.sock" });
    await expect(findEndpoint(undefined, { DOCKER_CONFIG: config, DOCKER_CONTEXT: "gone" })).rejects.toMatchObject({
      code: "no_engine",
    });
  });
});

describe("without an engine", () => {
  test.each(["unix:///nowhere/docker.sock", "tcp://127.0.0.1:1"])(
    "%s is no_engine, on one line, with what to do",
    async (dockerHost) => {
      const error = await connectEngine({ dockerHost }).catch((thrown: unknown) => thrown);
      expect(isHostError(error) && error.code).toBe("no_engine");
      expect(isHostError(error) && error.message).not.toContain("\n");
      expect(isHostError(error) && error.hint).toContain("--runtime local");
    },
  );

  test("a server that never answers is given up", async () => {
    const silent = createServer(() => undefined);
    const socket = join(folder, "silent.sock");
    await new Promise<void>((resolve) => silent.listen(socket, resolve));
    const began = Date.now();
    await expect(connectEngine({ dockerHost: `unix://${socket}`, timeoutMs: 100 })).rejects.toMatchObject({
      code: "no_engine",
    });
    expect(Date.now() - began).toBeLessThan(2_000);
    silent.closeAllConnections();
    silent.close();
  });
});

describe("an engine that goes away", () => {
  let server: Server;
  let engine: Engine;
  const socket = join(folder, "engine.sock");
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === "/_ping") response.setHeader("Api-Version", "1.44").end("OK");
      else request.socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    engine = await connectEngine({ dockerHost: `unix://${socket}` });
  });
  afterAll(() => server.close());

  test("tells its version, and is no_engine once it drops a request", async () => {
    expect(engine.apiVersion).toBe("1.44");
    await expect(engine.call({ method: "POST", path: "/containers/x/start" })).rejects.toMatchObject({
      code: "no_engine",
    });
    await expect(engine.call({ method: "GET", path: "/info" })).rejects.toMatchObject({ code: "no_engine" });
  });
});
