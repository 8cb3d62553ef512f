// The monitor on the terminal: draws the model's lines with ink, and hands it keys. Loaded by the monitor alone.
import { Box, render, Text, useInput, useStdout } from "ink";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Style } from "../output/style.js";
import type { Key } from "./keys.js";
import type { Model } from "./model.js";
import { screen } from "./screen.js";

/** Something that has a model, and tells when it has another. */
export interface Store {
  get(): Model;
  subscribe(listener: () => void): () => void;
}

/** What the view needs. */
export interface ViewOptions {
  store: Store;
  style: Style;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  onKey(key: Key): void;
}

/** Most frames a second. */
const FRAMES = 4;
/** Ages grow without news: how often they are drawn again. */
const TICK_MS = 1000;

/** A view that is on the terminal. */
export interface View {
  /** Takes it off, and gives the terminal back as it was. */
  close(): Promise<void>;
}

const ENTER_SCREEN = "\u001b[?1049h\u001b[?25l\u001b[H";
const LEAVE_SCREEN = "\u001b[?25h\u001b[?1049l";

/** Draws full screen, on the terminal's other buffer, until it is closed. */
export function openView({ store, style, stdin, stdout, onKey }: ViewOptions): View {
  stdout.write(ENTER_SCREEN);
  // Whatever ends the process, the terminal is a person's again.
  const restore = () => void stdout.write(LEAVE_SCREEN);
  process.once("exit", restore);
  const app = render(<Monitor store={store} style={style} onKey={onKey} />, {
    stdin,
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: FRAMES,
    incrementalRendering: true,
  });
  return {
    async close() {
      app.unmount();
      await app.waitUntilExit();
      process.off("exit", restore);
      restore();
    },
  };
}

function Monitor({ store, style, onKey }: Pick<ViewOptions, "store" | "style" | "onKey">) {
  const model = useSyncExternalStore(store.subscribe, store.get);
  const size = useSize();
  useTick();
  useInput((text, key) => onKey(toKey(text, key)));
  const lines = screen(model, style, Date.now(), size);
  return (
    <Box flexDirection="column">
      {/* One text, one line each: nothing for the layout to measure twice. An empty line needs a space to have a height. */}
      <Text wrap="truncate">{lines.map((line) => line || " ").join("\n")}</Text>
    </Box>
  );
}

function useSize() {
  const { stdout } = useStdout();
  const read = () => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });
  const [size, setSize] = useState(read);
  useEffect(() => {
    const resized = () => setSize(read());
    stdout.on("resize", resized);
    return () => void stdout.off("resize", resized);
  });
  return size;
}

function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
}

interface InkKey {
  upArrow: boolean;
  downArrow: boolean;
  leftArrow: boolean;
  rightArrow: boolean;
  pageUp: boolean;
  pageDown: boolean;
  return: boolean;
  escape: boolean;
  tab: boolean;
  backspace: boolean;
  delete: boolean;
  ctrl: boolean;
}

function toKey(text: string, key: InkKey): Key {
  const names = [
    ["up", key.upArrow],
    ["down", key.downArrow],
    ["left", key.leftArrow],
    ["right", key.rightArrow],
    ["pageUp", key.pageUp],
    ["pageDown", key.pageDown],
    ["enter", key.return],
    ["escape", key.escape],
    ["tab", key.tab],
    // Terminals send DEL for the backspace key.
    ["backspace", key.backspace || key.delete],
  ] as const;
  const name = names.find(([, pressed]) => pressed)?.[0];
  return { text: name === undefined ? text : "", ...(name === undefined ? {} : { name }), ctrl: key.ctrl };
}
