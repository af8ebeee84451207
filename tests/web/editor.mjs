// What an editor with the YAML extension says about files: asks yaml-language-server, which is what VS Code's extension runs.
//
// Standard input is a JSON list of {file, text, complete?, hover?}: where the file would stand (each another), what would stand
// in it and, as [line, column] from zero, where to ask for completions and for an explanation. Standard output is a list of
// {problems: [{line, message}], completions: [label], hover: text}, in the same order.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const settings = {
  yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, yamlVersion: "1.2" },
};
const program = new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url).pathname;
const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });

const answers = new Map();
const problems = new Map();
let last = 0;

function send(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function ask(method, params) {
  last += 1;
  send({ id: last, method, params });
  return new Promise((resolve) => answers.set(last, resolve));
}

function receive(message) {
  if (message.method === "workspace/configuration") {
    const result = message.params.items.map(({ section }) => settings[section] ?? {});
    send({ id: message.id, result });
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (message.method === "textDocument/publishDiagnostics") {
    problems.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.id !== undefined) {
    answers.get(message.id)?.(message.result);
  }
}

setTimeout(() => {
  console.error("yaml-language-server does not answer");
  server.kill();
  process.exit(1);
}, 120_000);

let buffer = Buffer.alloc(0);
server.stdout.on("data", (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const end = buffer.indexOf("\r\n\r\n");
    const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end))[1]);
    if (!(buffer.length >= end + 4 + length)) return;
    const body = buffer.subarray(end + 4, end + 4 + length).toString();
    buffer = buffer.subarray(end + 4 + length);
    receive(JSON.parse(body));
  }
});

async function look({ file, text, complete, hover }) {
  const uri = pathToFileURL(file).href;
  const found = new Promise((resolve) => problems.set(uri, resolve));
  send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
  const at = ([line, character]) => ({ textDocument: { uri }, position: { line, character } });
  const result = {
    problems: (await found).map(({ range, message }) => ({ line: range.start.line + 1, message })),
    completions: complete ? (await ask("textDocument/completion", at(complete))).items.map(({ label }) => label) : [],
    hover: hover ? ((await ask("textDocument/hover", at(hover)))?.contents.value ?? "") : "",
  };
  send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
  return result;
}

await ask("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["plaintext"] } } },
});
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings } });

// Several at once: the server waits a little after each opening.
const requests = JSON.parse(readFileSync(0, "utf8"));
const results = [];
let next = 0;
async function work() {
  while (next < requests.length) {
    const at = next;
    next += 1;
    results[at] = await look(requests[at]);
  }
}
await Promise.all(Array.from({ length: 64 }, work));
process.stdout.write(JSON.stringify(results), () => {
  server.kill();
  process.exit(0);
});
