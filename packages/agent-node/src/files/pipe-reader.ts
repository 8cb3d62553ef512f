// Reads a pipe as bytes come, by epoll: no thread waits, and every read goes into the one buffer that is given.
import { type OnReadOpts, Socket, type SocketConstructorOpts } from "node:net";

/** Reads `fd`, which must not block, and owns it from now on. The bytes are the reader's only until `onData` returns. */
export function readPipe(fd: number, buffer: Uint8Array, onData: (bytes: Uint8Array) => void): Socket {
  const options: SocketConstructorOpts & { onread: OnReadOpts } = {
    fd,
    readable: true,
    writable: false,
    onread: {
      buffer,
      callback(count, filled) {
        onData(filled.subarray(0, count));
        return true;
      },
    },
  };
  const socket = new Socket(options);
  socket.on("error", () => socket.destroy());
  return socket;
}
