/**
 * What every call has in common: who calls, the headers that travel beside the message, and how a
 * refusal or a failure is told.
 *
 * <p>It owns the metadata names and the table from refusal codes to gRPC codes. It refuses to know
 * single RPCs. The service packages and the server depend on it.
 */
package io.witan.grpc.call;
