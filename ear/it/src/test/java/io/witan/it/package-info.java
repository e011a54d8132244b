/**
 * Runs the product as its users do, by its commands and protocols, on real servers; and, in {@code
 * InsideMicroIT}, from inside the server that runs it.
 *
 * <p>It owns the end-to-end tests and the tests of both deployables. It refuses to look inside:
 * only what is deployed with {@code InsideMicroIT} may use a class of the product.
 */
package io.witan.it;
