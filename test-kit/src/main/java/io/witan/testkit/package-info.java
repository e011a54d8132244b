/**
 * Real servers for tests: a graph server and a NATS server as child processes.
 *
 * <p>Owns starting, killing and restarting them on free loopback ports with data folders of their
 * own, and ending them when the test JVM ends, however it ends. Knows nothing of Witan's domain;
 * any module may use it in test scope, none in its product.
 */
package io.witan.testkit;
