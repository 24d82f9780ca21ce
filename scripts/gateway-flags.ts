// The flags that the gateway runs under, in one place for `npm start` and the benchmark.

/** A young generation of 64 MB: most of what a request makes dies before it is collected. */
export const V8_FLAGS = ['--max-semi-space-size=64'];

/** With stacks that name the sources. */
export const GATEWAY_FLAGS = ['--enable-source-maps', ...V8_FLAGS];
