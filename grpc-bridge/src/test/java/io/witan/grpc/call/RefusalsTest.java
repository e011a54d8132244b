package io.witan.grpc.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.witan.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, INVALID_ARGUMENT",
    "UNAUTHENTICATED, UNAUTHENTICATED",
    "FORBIDDEN, PERMISSION_DENIED",
    "NOT_FOUND, NOT_FOUND",
    "ALREADY_EXISTS, ALREADY_EXISTS",
    "ILLEGAL_TRANSITION, FAILED_PRECONDITION",
    "GUARD_FAILED, FAILED_PRECONDITION",
    "STALE_VERSION, ABORTED",
    "IDEMPOTENCY_MISMATCH, INVALID_ARGUMENT",
    "LIMIT_EXCEEDED, RESOURCE_EXHAUSTED",
    "UNAVAILABLE, UNAVAILABLE",
  })
  void everyReasonHasItsCode(Refusal.Code reason, io.grpc.Status.Code code)
      throws InvalidProtocolBufferException {
    StatusRuntimeException told = Refusals.asException(Refusal.of(reason, "because"));

    assertThat(told.getStatus().getCode()).isEqualTo(code);
    assertThat(told.getStatus().getDescription()).isEqualTo("because");
    ErrorInfo info = StatusProto.fromThrowable(told).getDetails(0).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo(reason.name());
    assertThat(info.getDomain()).isEqualTo("witan");
  }

  @Test
  void everyWrongFieldIsNamed() throws InvalidProtocolBufferException {
    StatusRuntimeException told =
        Refusals.asException(Refusal.invalid("title", "", "1 to 200 characters"));

    Status status = StatusProto.fromThrowable(told);
    BadRequest fields = status.getDetails(1).unpack(BadRequest.class);
    assertThat(fields.getFieldViolationsList())
        .singleElement()
        .satisfies(
            wrong -> {
              assertThat(wrong.getField()).isEqualTo("title");
              assertThat(wrong.getDescription()).isEqualTo("is \"\": expected 1 to 200 characters");
            });
  }
}
