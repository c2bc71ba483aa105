import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Trouble } from "./trouble.ts";

/** How long an answer under way may still take when everything stops. */
const patience = 1000;

/** Opens a server on a port of this machine, 0 for any; stopping lets answers under way go out. */
export async function listen(server: Server, port: number, host: string) {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw troubleWith(cause, port, host);
  }
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      server.close();
      await once(server, "close");
      clearTimeout(timer);
    },
  };
}

function troubleWith(cause: unknown, port: number, host: string): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return new Trouble(
      `Cổng ${port} đang có chương trình khác dùng: hãy đặt PORT khác rồi chạy lại.`,
      `Port ${port} is taken: set another PORT and start again.`,
      cause,
    );
  if (["EACCES", "EADDRNOTAVAIL", "ENOTFOUND", "ERR_SOCKET_BAD_PORT"].includes(String(code)))
    return new Trouble(
      `Không mở được cổng ${port} tại ${host}: hãy đặt PORT hoặc HOST khác rồi chạy lại.`,
      `Port ${port} on ${host} cannot be opened: set another PORT or HOST and start again.`,
      cause,
    );
  return cause;
}
