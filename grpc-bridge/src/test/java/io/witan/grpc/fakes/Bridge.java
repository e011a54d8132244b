package io.witan.grpc.fakes;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.BindableService;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Authentication;
import io.witan.grpc.call.CallHeaders;
import io.witan.grpc.call.FailureTranslation;
import io.witan.grpc.call.FirstAnswers;
import io.witan.grpc.call.InProcess;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.MemoryTransactions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A service behind the interceptors of production. A token is the name of its subject and the
 * roles: {@code anna:po,qa}.
 */
public final class Bridge implements AutoCloseable {
  private final InProcess server;

  /** A service that keeps nothing. */
  public Bridge(BindableService service) {
    this(service, new MemoryTransactions());
  }

  /** A service whose changes, and the answers to them, are kept in these transactions. */
  public Bridge(BindableService service, Transactions transactions) {
    this(List.of(service), transactions);
  }

  /** Services whose changes, and the answers to them, are kept in the same transactions. */
  public Bridge(List<BindableService> services, Transactions transactions) {
    server =
        new InProcess(
            services,
            new FailureTranslation(),
            CallHeaders.reader(),
            AnswerHeaders.sender(),
            FirstAnswers.keeper(transactions),
            new Authentication(Bridge::actor, Optional.empty()));
  }

  private static Outcome<Actor> actor(String token) {
    String[] parts = token.split(":", 2);
    return Outcome.done(
        new Actor(
            new ActorId(parts[0]),
            Arrays.stream(parts[1].split(","))
                .map(role -> Role.parse("role", role))
                .collect(Collectors.toSet())));
  }

  public ManagedChannel channel() {
    return server.channel();
  }

  /** A stub that sends the token, and further headers as pairs of name and value. */
  public static <S extends AbstractStub<S>> S as(String token, S stub, String... headers) {
    return stub.withInterceptors(sending(token, headers));
  }

  /** Sends the token, and further headers as pairs of name and value. */
  public static ClientInterceptor sending(String token, String... headers) {
    Metadata metadata = new Metadata();
    metadata.put(key("authorization"), "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) {
      metadata.put(key(headers[i]), headers[i + 1]);
    }
    return MetadataUtils.newAttachHeadersInterceptor(metadata);
  }

  /** A stub that keeps the headers of the answer. */
  public static <S extends AbstractStub<S>> S hearing(AtomicReference<Metadata> headers, S stub) {
    return stub.withInterceptors(
        MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));
  }

  /** How a call is refused. */
  public static StatusRuntimeException refusal(Supplier<?> call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::get);
  }

  public static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  @Override
  public void close() {
    server.close();
  }
}
