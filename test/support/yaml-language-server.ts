import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

const project = join(import.meta.dirname, "../..");
const server = join(project, "node_modules/yaml-language-server/bin/yaml-language-server");

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Diagnostic {
  readonly range: { readonly start: Position };
  readonly message: string;
  readonly severity?: number;
}

const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas: {} },
};

/** The YAML language server that editors run, spoken to as they do. */
export class YamlLanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  #opened = 0;

  private constructor(process: ChildProcess, connection: MessageConnection) {
    this.#process = process;
    this.#connection = connection;
    connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section: string }[] }) =>
      items.map(({ section }) => (section === "yaml" ? settings.yaml : {})),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
      this.#waiting.get(uri)?.(diagnostics),
    );
    connection.listen();
  }

  static async start(): Promise<YamlLanguageServer> {
    const process = spawn(globalThis.process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const { stdin, stdout } = process;
    const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const client = new YamlLanguageServer(process, connection);
    await connection.sendRequest("initialize", {
      processId: globalThis.process.pid,
      rootUri: pathToFileURL(project).href,
      capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } },
    });
    await connection.sendNotification("initialized", {});
    await connection.sendNotification("workspace/didChangeConfiguration", { settings });
    return client;
  }

  /** Opens a text under a name in the project, and gives what the server says of it. The name must be new. */
  async open(
    file: string,
    text: string,
  ): Promise<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }> {
    this.#opened += 1;
    const uri = pathToFileURL(join(project, file.replace(/(\.\w+)$/, `-${this.#opened}$1`))).href;
    const { promise, resolve } = Promise.withResolvers<readonly Diagnostic[]>();
    this.#waiting.set(uri, resolve);
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    return { uri, diagnostics: await promise };
  }

  /** Labels offered at a position; lines and columns count from 0. */
  async complete(uri: string, position: Position): Promise<readonly string[]> {
    const params = { textDocument: { uri }, position };
    const { items } = await this.#connection.sendRequest<{ items: readonly { label: string }[] }>(
      "textDocument/completion",
      params,
    );
    return items.map(({ label }) => label);
  }

  async hover(uri: string, position: Position): Promise<string> {
    const params = { textDocument: { uri }, position };
    const hover = await this.#connection.sendRequest<{ contents: { value: string } } | null>(
      "textDocument/hover",
      params,
    );
    return hover?.contents.value ?? "";
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    this.#connection.dispose();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#process.once("exit", () => resolve());
    this.#process.kill();
    await promise;
  }
}
