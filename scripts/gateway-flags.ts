// The flags of V8 and Node that the gateway runs under, in one place for `npm start` and the benchmark.

/** A young generation of 64 MB: most of what a request makes dies before it is collected. */
export const GATEWAY_FLAGS = ['--enable-source-maps', '--max-semi-space-size=64'];
