import type { Page, WebSocket } from '@playwright/test';

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
