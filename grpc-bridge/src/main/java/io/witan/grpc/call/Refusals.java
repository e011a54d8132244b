package io.witan.grpc.call;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.witan.shared.Refusal;

/**
 * Tells a refusal as gRPC does: a canonical code, and in the details the stable name of the reason
 * and every wrong field.
 */
public final class Refusals {

  /** The domain of every reason in {@link ErrorInfo}. */
  static final String DOMAIN = "witan";

  private Refusals() {}

  public static StatusRuntimeException asException(Refusal refusal) {
    Status.Builder status =
        Status.newBuilder()
            .setCode(code(refusal.code()).getNumber())
            .setMessage(refusal.message())
            .addDetails(Any.pack(reason(refusal.code().name())));
    if (!refusal.details().isEmpty()) {
      status.addDetails(Any.pack(fields(refusal)));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  static ErrorInfo reason(String name) {
    return ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(name).build();
  }

  static Code code(Refusal.Code code) {
    return switch (code) {
      case INVALID_ARGUMENT, IDEMPOTENCY_MISMATCH -> Code.INVALID_ARGUMENT;
      case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
      case FORBIDDEN -> Code.PERMISSION_DENIED;
      case NOT_FOUND -> Code.NOT_FOUND;
      case ALREADY_EXISTS -> Code.ALREADY_EXISTS;
      case ILLEGAL_TRANSITION, GUARD_FAILED -> Code.FAILED_PRECONDITION;
      case STALE_VERSION -> Code.ABORTED;
      case LIMIT_EXCEEDED -> Code.RESOURCE_EXHAUSTED;
      case UNAVAILABLE -> Code.UNAVAILABLE;
    };
  }

  private static BadRequest fields(Refusal refusal) {
    BadRequest.Builder fields = BadRequest.newBuilder();
    for (Refusal.Detail detail : refusal.details()) {
      fields
          .addFieldViolationsBuilder()
          .setField(detail.field())
          .setDescription("is \"%s\": expected %s".formatted(detail.value(), detail.expected()));
    }
    return fields.build();
  }
}
