/**
 * The gRPC server: where it listens, which services it offers, when it starts and stops.
 *
 * <p>It owns the ports, the threads and the order of the interceptors. It refuses business rules
 * and knows no single RPC: services are found as beans. Nobody depends on it.
 */
package io.witan.grpc;
