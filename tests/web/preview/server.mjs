// `kehoach serve` over a portal of its own, a copy of tests/base in a temporary folder that can be edited.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../../", import.meta.url));

export const SITE = "content/site.yaml";
export const PLAN = "content/plans/mau-2024/plan.yaml";

const running = new Set();
process.once("exit", () => running.forEach((server) => server.kill("SIGKILL")));

export class Preview {
  #dir = mkdtempSync(join(tmpdir(), "kehoach-preview-"));
  #port = 0;
  #server;

  /** A portal of its own, `prepare`d before the first start; it ends with the check. */
  static async of(later, { lang = "en", args = [], prepare = () => {} } = {}) {
    const preview = new Preview();
    preview.args = ["--lang", lang, ...args];
    cpSync(join(project, "tests/base"), preview.#dir, { recursive: true });
    prepare(preview);
    later(() => rmSync(preview.#dir, { recursive: true, force: true, maxRetries: 5 }));
    later(() => preview.stop());
    await preview.start();
    return preview;
  }

  /** Serves; the second time where it did before. */
  async start() {
    const args = ["serve", "--as-of", "2026-11-22", "--port", String(this.#port), ...this.args];
    const errors = openSync(join(this.#dir, "stderr.txt"), "a");
    const server = spawn(process.env.KEHOACH, args, { cwd: this.#dir, stdio: ["ignore", "pipe", errors] });
    running.add(server);
    const [line] = await once(createInterface(server.stdout), "line");
    this.address = line.match(/http:\S+/)[0];
    this.#port = Number(new URL(this.address).port);
    this.#server = server;
  }

  async stop() {
    const ended = once(this.#server, "exit");
    if (this.#server.exitCode === null && this.#server.kill("SIGKILL")) await ended;
    running.delete(this.#server);
  }

  at(path) {
    return new URL(path, this.address).href;
  }

  path(file) {
    return join(this.#dir, file);
  }

  read(file) {
    return readFileSync(this.path(file), "utf8");
  }

  write(file, text) {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  append(file, text) {
    appendFileSync(this.path(file), text);
  }

  /** Puts one text in the place of another, which must be there. */
  edit(file, from, to) {
    const text = this.read(file);
    assert.ok(text.includes(from), `${file} has no "${from}"`);
    this.write(file, text.replace(from, () => to));
  }

  /** A template of the portal's own: the program's, with one text in the place of another. */
  template(name, from, to) {
    const file = `themes/default/templates/${name}`;
    this.write(file, readFileSync(join(project, file), "utf8"));
    this.edit(file, from, to);
  }

  /** The place of a text, as the preview names it: `content/...:12`. */
  place(file, text) {
    const line = this.read(file).split("\n").findIndex((line) => line.includes(text));
    assert.ok(line >= 0, `${file} has no "${text}"`);
    return `${file}:${line + 1}`;
  }

  move(from, to) {
    renameSync(this.path(from), this.path(to));
  }
}
