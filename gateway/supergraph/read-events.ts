// Server-sent events, as they come: https://html.spec.whatwg.org/multipage/server-sent-events.html
/** Characters of one event; ours have a dozen. */
const MAX_EVENT = 16_384;

export interface ServerSentEvent {
  /** `message` where it has no name. */
  name: string;
  data: string;
}

/** Comments and ids are passed over. Throws when an event is longer than any of ours. */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  let name = 'message';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop()!;
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
      else if (line.startsWith('event:')) name = line.slice(6).trim();
      else if (line === '' && data.length > 0) {
        yield { name, data: data.join('\n') };
        [data, name] = [[], 'message'];
      }
    }
    if (rest.length + data.reduce((sum, it) => sum + it.length, 0) > MAX_EVENT)
      throw new Error('An event of the registry is longer than any should be.');
  }
}
