/**
 * Runs the product as its users do, by its commands and protocols, on real servers.
 *
 * <p>It owns the end-to-end tests. It refuses to look inside: no class of the product is on its class
 * path.
 */
package io.witan.it;
