// The monitor on the terminal: draws the model's lines on the other screen, and hands it keys. Gives the terminal back as it was.
import type { Style } from "../output/style.js";
import { createKeyboard } from "./keyboard.js";
import type { Key } from "./keys.js";
import type { Model } from "./model.js";
import { createPainter } from "./painter.js";
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

/** A view that is on the terminal. */
export interface View {
  /** Takes it off, and gives the terminal back as it was. */
  close(): void;
}

/** Ages grow without news: how often they are drawn again. */
const TICK_MS = 1_000;
/** An escape that nothing follows for so long is the key of that name. */
const ESCAPE_MS = 40;

/** The other screen, no cursor, pastes told from keys. */
const ENTER = "\u001b[?1049h\u001b[?25l\u001b[?2004h";
const LEAVE = "\u001b[?2004l\u001b[?25h\u001b[?1049l";

/** Draws full screen until it is closed. */
export function openView({ store, style, stdin, stdout, onKey }: ViewOptions): View {
  const painter = createPainter((text) => void stdout.write(text));
  const keyboard = createKeyboard();
  let drawing: NodeJS.Immediate | undefined;
  let settling: NodeJS.Timeout | undefined;

  const draw = () => {
    // A terminal that does not keep up gets the newest frame, not every one.
    drawing ??= setImmediate(() => {
      drawing = undefined;
      if (stdout.writableNeedDrain) return void stdout.once("drain", draw);
      const size = { columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 };
      painter.paint(screen(store.get(), style, Date.now(), size).join("\n"));
    });
  };
  const redraw = () => {
    painter.reset();
    draw();
  };
  const typed = (text: string) => {
    clearTimeout(settling);
    for (const key of keyboard.take(text)) onKey(key);
    if (keyboard.waits()) settling = setTimeout(() => keyboard.settle().forEach(onKey), ESCAPE_MS);
  };
  const enter = () => {
    stdin.setRawMode(true);
    stdout.write(ENTER);
    redraw();
  };
  const leave = () => {
    stdin.setRawMode(false);
    stdout.write(LEAVE);
  };

  enter();
  // Whatever ends the process, the terminal is a person's again.
  process.once("exit", leave);
  process.on("SIGCONT", enter);
  stdout.on("resize", redraw);
  stdin.setEncoding("utf8").on("data", typed).resume();
  const unsubscribe = store.subscribe(draw);
  const ticking = setInterval(draw, TICK_MS);
  return {
    close() {
      clearInterval(ticking);
      clearTimeout(settling);
      clearImmediate(drawing);
      unsubscribe();
      stdin.off("data", typed).pause();
      stdout.off("resize", redraw);
      stdout.off("drain", draw);
      process.off("SIGCONT", enter);
      process.off("exit", leave);
      leave();
    },
  };
}
