// For the tests: a real terminal (tmux), its keys, its screen, its state, and every byte that was written to it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** Whether this machine has the terminal. */
export const hasTerminal = spawnSync("tmux", ["-V"]).status === 0;

/** A terminal with a shell in it, whose prompt is `ready> `. */
export interface Terminal {
  /** Presses keys, by tmux's names for them. */
  keys(...words: string[]): void;
  /** Types a text. */
  type(text: string): void;
  /** The screen as text; with `colours`, with its escape sequences. */
  screen(colours?: boolean): string;
  /** The screen once it shows `text`. */
  shows(text: string | RegExp): Promise<string>;
  /** A format of tmux's: `#{pane_title}`. */
  state(format: string): string;
  resize(columns: number, rows: number): void;
  /** Keeps the screen as the picture `reports/screens/NAME.svg`, for people to look at. */
  keep(name: string): Promise<void>;
  /** All that was written to it. */
  written(): Buffer;
  close(): void;
}

/** Most milliseconds until the screen shows what is waited for. */
const SHOWS_MS = 20_000;
type TerminalPicture = (captured: string, columns: number, title: string) => string;
const PICTURE = new URL("../../../scripts/terminal-picture.mjs", import.meta.url).href;
const KEPT = fileURLToPath(new URL("../../../reports/screens", import.meta.url));
let opened = 0;

/** Opens a terminal in `cwd`. */
export function openTerminal(cwd: string, columns = 80, rows = 24): Terminal {
  opened += 1;
  const socket = `para-cli-${process.pid}-${opened}`;
  const scratch = mkdtempSync(join(tmpdir(), "para-terminal-"));
  const tape = join(scratch, "written");
  const tmux = (...words: string[]) =>
    execFileSync("tmux", ["-L", socket, ...words], { encoding: "utf8", timeout: 10_000 });
  const size = ["-x", `${columns}`, "-y", `${rows}`];
  tmux("-f", "/dev/null", "new-session", "-d", ...size, "-c", cwd, "env PS1='ready> ' sh");
  tmux("pipe-pane", `cat > '${tape}'`);
  const terminal: Terminal = {
    keys: (...words) => void tmux("send-keys", ...words),
    type: (text) => void tmux("send-keys", "-l", text),
    screen: (colours = false) => tmux("capture-pane", "-p", ...(colours ? ["-e"] : [])),
    async shows(text) {
      for (const until = performance.now() + SHOWS_MS; ; ) {
        const now = terminal.screen();
        if (typeof text === "string" ? now.includes(text) : text.test(now)) return now;
        if (performance.now() > until) throw new Error(`the screen never showed ${text}:\n${now}`);
        await sleep(100);
      }
    },
    state: (format) => tmux("display-message", "-p", format).trim(),
    resize: (wide, high) => void tmux("resize-window", "-x", `${wide}`, "-y", `${high}`),
    async keep(name) {
      const captured = terminal.screen(true);
      const columns = Number(terminal.state("#{pane_width}"));
      const { terminalPicture } = (await import(PICTURE)) as { terminalPicture: TerminalPicture };
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(join(KEPT, `${name}.svg`), terminalPicture(captured, columns, name));
    },
    written: () => readFileSync(tape),
    close() {
      spawnSync("tmux", ["-L", socket, "kill-server"]);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
  return terminal;
}
