/** The server is not there any more: the sandbox knows of none at the address, and nothing answers. */
export class ServerGoneError extends Error {
  override readonly name = "ServerGoneError";
}
