/** In-memory stand-ins for the ports behind the use cases. They belong to the tests alone. */
package io.witan.grpc.fakes;
