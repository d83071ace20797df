import type { Worklist } from '../../../api/events/event.schema.ts';
import { addressOf } from './call.ts';

type Listener = (worklist: Worklist) => void;

/** What a tab that listens tells the others. */
const channel = new BroadcastChannel('liandong.worklist');
const listeners = new Set<Listener>();
const patience = 10_000;
let last: Worklist | null = null;
let following = false;

/**
 * Calls back whenever the own worklist or the unread notices have changed, and once with what is known already. One tab
 * of the browser listens to the server and tells the others: a browser opens six connections to a host and no more.
 */
export function onWorklist(listener: Listener): () => void {
  listeners.add(listener);
  if (last) listener(last);
  follow();
  return () => void listeners.delete(listener);
}

function tell(worklist: Worklist): void {
  last = worklist;
  for (const listener of listeners) listener(worklist);
}

channel.addEventListener('message', ({ data }) => tell(data as Worklist));

/** The lock is held as long as the tab lives: when the leading tab is closed, the next one leads. */
function follow(): void {
  if (following) return;
  following = true;
  const lead = () => {
    listen();
    return new Promise<never>(() => undefined);
  };
  // Without a secure context there are no locks; then every tab listens for itself.
  if ('locks' in navigator) void navigator.locks.request('liandong.worklist', lead);
  else void lead();
}

/** The browser reconnects by itself, except after a refusal: a session that has ended may be followed by another. */
function listen(): void {
  const source = new EventSource(addressOf('/events'), { withCredentials: true });
  source.addEventListener('worklist', ({ data }) => {
    const worklist = JSON.parse(String(data)) as Worklist;
    tell(worklist);
    channel.postMessage(worklist);
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, patience);
  });
}
