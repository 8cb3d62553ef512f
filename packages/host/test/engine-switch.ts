// For tests of this and other packages: a way to the engine that can be cut, as when it stops, and opened again.
import { rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";

/** The way to the engine. */
export interface EngineSwitch {
  /** What DOCKER_HOST is to be. */
  host: string;
  /** Opens it. */
  on(): Promise<void>;
  /** Cuts it, and every connection. */
  off(): Promise<void>;
}

/** A way by the socket `path` to the engine at `DOCKER_HOST` or the default socket, cut at first. */
export function engineSwitch(path: string): EngineSwitch {
  const engine = (process.env.DOCKER_HOST ?? "unix:///var/run/docker.sock").replace("unix://", "");
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const join = (one: Socket, other: Socket) => {
    sockets.add(one);
    one.on("close", () => {
      sockets.delete(one);
      other.destroy();
    });
    one.on("error", () => other.destroy());
    one.pipe(other);
  };
  return {
    host: `unix://${path}`,
    on: () =>
      new Promise((resolve) => {
        server = createServer((client) => {
          const target = connect(engine);
          join(client, target);
          join(target, client);
        });
        server.listen(path, resolve);
      }),
    off: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
        rmSync(path, { force: true });
      }),
  };
}
