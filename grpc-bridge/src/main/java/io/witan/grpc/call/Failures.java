package io.witan.grpc.call;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.RequestInfo;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.witan.neo4j.GraphException;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells an exception as gRPC does, without giving away anything of the inside: what nobody foresaw
 * is logged under an id, and the caller gets the id alone.
 */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  private Failures() {}

  /**
   * The answer to a failure.
   *
   * @param method the full name of the RPC, for the log
   */
  static StatusRuntimeException asException(String method, Throwable failure) {
    if (failure instanceof InvalidValue invalid) {
      return Refusals.asException(invalid.refusal());
    }
    if (failure.getCause() instanceof InvalidProtocolBufferException malformed) {
      return Refusals.asException(malformed(malformed));
    }
    if (failure instanceof GraphException graph && (graph.isUnavailable() || graph.isTransient())) {
      LOG.log(Level.FINE, failure, () -> method + " could not reach the store");
      LOG.warning(() -> "%s could not be done: %s".formatted(method, graph.getMessage()));
      return Refusals.asException(
          Refusal.of(Refusal.Code.UNAVAILABLE, "the store cannot be reached: try again later"));
    }
    if (failure instanceof StatusRuntimeException told) {
      return told;
    }
    if (failure instanceof StatusException told) {
      return new StatusRuntimeException(told.getStatus(), told.getTrailers());
    }
    return unforeseen(method, failure);
  }

  private static Refusal malformed(InvalidProtocolBufferException malformed) {
    return Refusal.of(
        Refusal.Code.INVALID_ARGUMENT,
        "the request is not a valid message: " + malformed.getMessage());
  }

  private static StatusRuntimeException unforeseen(String method, Throwable failure) {
    String id = UUID.randomUUID().toString();
    LOG.log(
        Level.SEVERE, failure, () -> "%s failed, told to the caller as %s".formatted(method, id));
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INTERNAL.getNumber())
            .setMessage("something went wrong inside; the log names it as " + id)
            .addDetails(Any.pack(Refusals.reason("INTERNAL")))
            .addDetails(Any.pack(RequestInfo.newBuilder().setRequestId(id).build()))
            .build());
  }
}
