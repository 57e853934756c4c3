// The person side of the sandbox over HTTP, and its stream of events.

export class Refused extends Error {}

async function call(path, body) {
  const options = body === undefined ? {} : { method: "POST", ...encoded(body) };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused("");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? answer.description ?? "");
  return answer;
}

function encoded(body) {
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
}

export const loadStage = () => call("/api/stage");
export const moveClock = (control) => call("/api/clock", { control });

/** One person's chat with one bot. */
export class Chat {
  constructor(person, bot) {
    this.person = person;
    this.bot = bot;
    this.path = `/api/chats/${person}/${encodeURIComponent(bot)}`;
  }

  is = (event) => event.person === this.person && event.bot === this.bot;
  load = () => call(this.path);
  start = (payload) => call(`${this.path}/start`, payload ? { payload } : {});
  send = (text, replyTo) => call(`${this.path}/send`, { text, ...(replyTo && { reply_to: replyTo }) });
  edit = (messageId, text) => call(`${this.path}/edit`, { message_id: messageId, text });
  remove = (messageId) => call(`${this.path}/delete`, { message_id: messageId });
  press = (messageId, row, col) => call(`${this.path}/press`, { message_id: messageId, row, col });
  read = () => call(`${this.path}/read`, {});
  block = (blocked) => call(`${this.path}/block`, { blocked });

  upload(files, { caption, as, replyTo }) {
    const form = new FormData();
    form.append("as", as);
    if (caption) form.append("caption", caption);
    if (replyTo) form.append("reply_to", replyTo);
    for (const file of files) form.append("file", file, file.name);
    return call(`${this.path}/upload`, form);
  }
}

const LONGEST_PAUSE_MS = 8000;

/**
 * Listens for ever. EventSource reconnects by itself after a cut, but gives up after an answer
 * that is not 200 (a proxy, a server that is just starting), hence the second attempt here.
 */
export function listen({ onOpen, onEvent, onLost }) {
  let pause = 500;
  const connect = () => {
    const source = new EventSource("/api/events");
    source.onopen = () => {
      pause = 500;
      onOpen();
    };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
  };
  connect();
}
