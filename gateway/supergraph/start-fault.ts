// Why the gateway cannot start: each a sentence for whoever starts it.

export class StartFault extends Error {
  override readonly name = 'StartFault';

  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
  }
}
