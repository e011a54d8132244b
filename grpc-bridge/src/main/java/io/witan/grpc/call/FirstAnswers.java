package io.witan.grpc.call;

import com.google.protobuf.Message;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Keeps what a call with an {@code idempotency-key} was answered, in the transaction of its change:
 * a repetition gets the same message and the same headers, whatever has happened since.
 */
public final class FirstAnswers {
  private static final Context.Key<Transactions> CURRENT = Context.key("witan-transactions");

  private FirstAnswers() {}

  /** Runs the deed, or answers what it was answered first. */
  static <T> Outcome<T> once(Command command, Answer<T> answer, Supplier<Outcome<T>> deed) {
    return command.idempotency().isEmpty() ? deed.get() : CURRENT.get().once(command, answer, deed);
  }

  /** A message of that method, with the headers that were told beside it. */
  static <W extends Message> Answer<W> message(MethodDescriptor<?, W> method) {
    return new Answer<>(FirstAnswers::text, text -> Outcome.done(told(method, text)));
  }

  private static String text(Message message) {
    return AnswerHeaders.text() + "\n" + Base64.getEncoder().encodeToString(message.toByteArray());
  }

  private static <W> W told(MethodDescriptor<?, W> method, String text) {
    int end = text.lastIndexOf('\n');
    AnswerHeaders.tell(text.substring(0, end));
    byte[] message = Base64.getDecoder().decode(text.substring(end + 1));
    return method.parseResponse(new ByteArrayInputStream(message));
  }

  /** Lets the calls of a server keep their answers. */
  public static ServerInterceptor keeper(Transactions transactions) {
    return new Keeper(transactions);
  }

  private static final class Keeper implements ServerInterceptor {
    private final Transactions transactions;

    Keeper(Transactions transactions) {
      this.transactions = transactions;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      Context context = Context.current().withValue(CURRENT, transactions);
      return Contexts.interceptCall(context, call, headers, next);
    }
  }
}
