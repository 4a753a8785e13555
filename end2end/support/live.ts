import { expect, type Page, type WebSocket, type WebSocketRoute } from '@playwright/test';

/** The first of the page's next sockets that is found good. */
export function connected(page: Page): Promise<WebSocket> {
  return new Promise((resolve) => {
    const listen = (socket: WebSocket) =>
      void socket.once('framereceived', () => {
        page.off('websocket', listen);
        resolve(socket);
      });
    page.on('websocket', listen);
  });
}

/** Does something that loads a page, and waits until that is connected and found good: that page, and not the one before. */
export async function live(page: Page, load: () => Promise<unknown>): Promise<WebSocket> {
  const good = new Set<WebSocket>();
  const listen = (socket: WebSocket) => void socket.once('framereceived', () => good.add(socket));
  page.on('websocket', listen);
  await load();
  const open = () => [...good].find((socket) => !socket.isClosed());
  await expect.poll(() => open() !== undefined, { message: 'a page that is connected' }).toBe(true);
  page.off('websocket', listen);
  return open()!;
}

/** The line between a page and the server, to be cut and mended. */
export interface Line {
  /** How often the page has tried to connect. */
  readonly attempts: number;
  /** How many connections have heard of the server. */
  readonly alive: number;
  /** Cuts what there is, and whatever comes, until it is mended. */
  cut(): Promise<void>;
  mend(): void;
}

/** Puts itself between the server and a page that is loaded from now on. */
export async function lineOf(page: Page): Promise<Line> {
  const open = new Set<WebSocketRoute>();
  let [attempts, alive, isCut] = [0, 0, false];
  await page.routeWebSocket('**/sessions/live?*', (socket) => {
    attempts++;
    if (isCut) return void socket.close({ code: 4999, reason: 'cut' });
    open.add(socket);
    const server = socket.connectToServer();
    server.onMessage((message) => {
      alive++;
      socket.send(message);
    });
  });
  return {
    get attempts() {
      return attempts;
    },
    get alive() {
      return alive;
    },
    async cut() {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close({ code: 4999, reason: 'cut' })));
    },
    mend: () => void (isCut = false),
  };
}
