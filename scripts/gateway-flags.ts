// The flags that the gateway runs under, in one place for `npm start` and the benchmark.

/**
 * A young generation of 64 MB: most of what a request makes dies before it is collected. And nothing is put among the old
 * ahead of time: V8 does so where much survived once, and what is old and dead keeps alive all that it leads to, which is
 * whole requests.
 */
export const V8_FLAGS = ['--max-semi-space-size=64', '--no-allocation-site-pretenuring'];

/** With stacks that name the sources. */
export const GATEWAY_FLAGS = ['--enable-source-maps', ...V8_FLAGS];
