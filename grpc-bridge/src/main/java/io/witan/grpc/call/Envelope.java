package io.witan.grpc.call;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.identity.domain.ActingFor;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.shared.Sha256;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the command of a call: the token decides who acts, the metadata bring the rest.
 *
 * <p>A message may name an actor or a role of its own. Both must be the token's, unless it holds
 * {@code system}.
 */
public final class Envelope {
  private Envelope() {}

  /** Does what a call asks for whose message names nobody. */
  public static <W extends Message> Outcome<W> command(
      MethodDescriptor<?, W> method, Message request, Function<Command, Outcome<W>> deed) {
    return command(method, request, "", Optional.empty(), deed);
  }

  /**
   * Does what a call asks for whose message names who acts.
   *
   * @param actor the name in the message; empty means the caller
   * @param role the role in the message, if the message has one
   * @param deed what to do with the command, when the caller may send it; under an idempotency key
   *     its answer is kept with the change, so the whole answer is made in here
   */
  public static <W extends Message> Outcome<W> command(
      MethodDescriptor<?, W> method,
      Message request,
      String actor,
      Optional<Role> role,
      Function<Command, Outcome<W>> deed) {
    return command(method, request, actor, role)
        .then(
            command ->
                FirstAnswers.once(
                    command, FirstAnswers.message(method), () -> deed.apply(command)));
  }

  /**
   * Does what a call asks for that answers later, when what it started has ended.
   *
   * @param answer how what was started is kept under an idempotency key
   */
  public static <T> Outcome<T> start(
      MethodDescriptor<?, ?> method,
      Message request,
      Answer<T> answer,
      Function<Command, Outcome<T>> deed) {
    return command(method, request, "", Optional.empty())
        .then(command -> FirstAnswers.once(command, answer, () -> deed.apply(command)));
  }

  private static Outcome<Command> command(
      MethodDescriptor<?, ?> method, Message request, String actor, Optional<Role> role) {
    CallHeaders headers = CallHeaders.current();
    return ActingFor.decide(Authentication.caller(), named(actor), role)
        .map(
            acting ->
                new Command(
                    acting,
                    headers
                        .idempotencyKey()
                        .or(() -> requestId(request))
                        .map(key -> new Idempotency(key, digest(method, request, headers))),
                    headers.ifMatch(),
                    headers.trace()));
  }

  /** Some messages have a field of that name for the key. */
  private static Optional<String> requestId(Message request) {
    return Optional.ofNullable(request.getDescriptorForType().findFieldByName("request_id"))
        .map(field -> String.valueOf(request.getField(field)))
        .filter(id -> !id.isBlank());
  }

  /** The caller in a role that a reading call names: it must be one that the token holds. */
  public static Outcome<Actor> reader(Role role) {
    return ActingFor.decide(Authentication.caller(), Optional.empty(), Optional.of(role));
  }

  private static Optional<ActorId> named(String actor) {
    return Optional.of(actor).filter(name -> !name.isBlank()).map(ActorId::new);
  }

  /** Of all that is asked for, also of what travels beside the message. */
  private static String digest(
      MethodDescriptor<?, ?> method, Message request, CallHeaders headers) {
    String beside =
        Stream.of(
                headers.contentDigest(),
                headers.overrideReason(),
                headers.fencingToken().map(String::valueOf))
            .map(header -> header.orElse("") + "\0")
            .collect(Collectors.joining());
    ByteString sent =
        ByteString.copyFromUtf8(method.getFullMethodName() + "\0" + beside)
            .concat(request.toByteString());
    return Sha256.hex(sent.toByteArray());
  }
}
