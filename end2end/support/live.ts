import type { Page, WebSocket, WebSocketRoute } from '@playwright/test';

/** The page's next socket, once its session was found good. Listens at once: the first frame comes right behind. */
export function connected(page: Page): Promise<WebSocket> {
  return new Promise((resolve) => {
    page.once('websocket', (socket) => void socket.once('framereceived', () => resolve(socket)));
  });
}

/** Does something that loads a page, and waits until that is connected and found good. */
export async function live(page: Page, load: () => Promise<unknown>): Promise<WebSocket> {
  const [socket] = await Promise.all([connected(page), load()]);
  return socket;
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
