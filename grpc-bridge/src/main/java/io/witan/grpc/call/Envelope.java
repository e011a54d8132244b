package io.witan.grpc.call;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.identity.domain.ActingFor;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.shared.Sha256;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the command of a call: the token decides who acts, the metadata bring the rest.
 *
 * <p>A message may name an actor or a role of its own. Both must be the token's, unless it holds
 * {@code system}.
 */
public final class Envelope {
  private Envelope() {}

  /** The command of a call whose message names nobody. */
  public static <T> Outcome<T> command(
      MethodDescriptor<?, ?> method, Message request, Function<Command, Outcome<T>> deed) {
    return command(method, request, "", Optional.empty(), deed);
  }

  /**
   * The command of a call whose message names who acts.
   *
   * @param actor the name in the message; empty means the caller
   * @param role the role in the message, if the message has one
   * @param deed what to do with the command, when the caller may send it
   */
  public static <T> Outcome<T> command(
      MethodDescriptor<?, ?> method,
      Message request,
      String actor,
      Optional<Role> role,
      Function<Command, Outcome<T>> deed) {
    CallHeaders headers = CallHeaders.current();
    return ActingFor.decide(Authentication.caller(), named(actor), role)
        .map(
            acting ->
                new Command(
                    acting,
                    headers
                        .idempotencyKey()
                        .map(key -> new Idempotency(key, digest(method, request))),
                    headers.ifMatch(),
                    headers.traceId()))
        .then(deed);
  }

  /** The caller in a role that a reading call names: it must be one that the token holds. */
  public static Outcome<Actor> reader(Role role) {
    return ActingFor.decide(Authentication.caller(), Optional.empty(), Optional.of(role));
  }

  private static Optional<ActorId> named(String actor) {
    return Optional.of(actor).filter(name -> !name.isBlank()).map(ActorId::new);
  }

  private static String digest(MethodDescriptor<?, ?> method, Message request) {
    ByteString sent =
        ByteString.copyFromUtf8(method.getFullMethodName() + "\0").concat(request.toByteString());
    return Sha256.hex(sent.toByteArray());
  }
}
