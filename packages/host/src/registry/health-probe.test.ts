// A health endpoint is asked on the session's own port alone, and gets little time and room for its answer.
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { probeHealth } from "./health-probe.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return String((server.address() as { port: number }).port);
}

test("a mapped port is asked, by its number here or in the container, with path and query", async () => {
  const asked: string[] = [];
  const port = await serve((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    response.end("fine");
  });
  for (const named of [port, "3000"]) {
    expect(await probeHealth(`http://localhost:${named}/health?a=b`, { "3000": port })).toMatchObject({
      healthy: true,
      httpStatus: 200,
      reason: "answered 200",
    });
  }
  expect(asked).toEqual([`localhost:${port}/health?a=b`, `localhost:${port}/health?a=b`]);
});

test("nothing else is ever asked", async () => {
  let asked = 0;
  const port = await serve((_, response) => {
    asked += 1;
    response.end();
  });
  const endpoints = [
    `http://localhost:${port}/`,
    `http://169.254.169.254/latest/meta-data`,
    `https://localhost:${port}/`,
    `file:///etc/passwd`,
    `http://localhost:53/`,
    `ftp://localhost:${port}/`,
    `//localhost:${port}/`,
    "",
    "http://",
  ];
  for (const endpoint of endpoints)
    expect(await probeHealth(endpoint, { "3000": "1", "53/udp": port })).toMatchObject({ healthy: false });
  expect(asked).toBe(0);
});

test("another host in the endpoint does not lead there", async () => {
  const port = await serve((_, response) => response.end());
  expect(await probeHealth(`http://user:secret@evil.example:${port}/`, { "3000": port })).toMatchObject({
    healthy: true,
  });
});

test("a redirect is not followed", async () => {
  let secret = 0;
  const other = await serve((_, response) => {
    secret += 1;
    response.end();
  });
  const port = await serve((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${other}/` }).end());
  expect(await probeHealth(`http://localhost:${port}/`, { "80": port })).toMatchObject({
    healthy: false,
    httpStatus: 302,
  });
  expect(secret).toBe(0);
});

test("500 is unhealthy, and so is nobody", async () => {
  const port = await serve((_, response) => response.writeHead(500).end());
  expect(await probeHealth(`http://localhost:${port}/`, { "80": port })).toMatchObject({
    healthy: false,
    httpStatus: 500,
  });
  expect(await probeHealth("http://localhost:80/", { "80": "1" })).toMatchObject({
    healthy: false,
    reason: expect.stringContaining("ECONNREFUSED"),
  });
});

test("an answer without end is cut off, one that never comes is given up after two seconds", async () => {
  const endless = await serve((_, response) => {
    const more = () => {
      while (response.write("x".repeat(65_536)));
      response.once("drain", more);
    };
    more();
  });
  const probe = await probeHealth(`http://localhost:${endless}/`, { "80": endless });
  expect(probe).toMatchObject({ healthy: true });
  expect(probe.ms).toBeLessThan(1_500);
  const drip = createTcpServer((socket) => {
    const timer = setInterval(() => socket.write("HTTP/1.1 2"), 100);
    socket.on("error", () => undefined).on("close", () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => drip.listen(0, "127.0.0.1", resolve));
  const port = String((drip.address() as { port: number }).port);
  const slow = await serve(() => undefined);
  for (const each of [port, slow]) {
    const given = await probeHealth(`http://localhost:${each}/`, { "80": each });
    expect(given).toMatchObject({ healthy: false });
    expect(given.ms).toBeLessThan(2_500);
  }
  drip.close();
});

test("what a server says in its status line stays out of the reason", async () => {
  const raw = createTcpServer((socket) =>
    socket.on("error", () => undefined).end("\u001b]52;c;eA==\u0007 nonsense\r\n\r\n"),
  );
  await new Promise<void>((resolve) => raw.listen(0, "127.0.0.1", resolve));
  const port = String((raw.address() as { port: number }).port);
  const { reason } = await probeHealth(`http://localhost:${port}/`, { "80": port });
  expect(reason).not.toContain("\u001b");
  raw.close();
});
