package io.witan.web.request;

import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.web.problem.RefusedException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

/**
 * Keeps what a request with an {@code Idempotency-Key} was answered, in the transaction of its
 * change. The use case joins that transaction.
 */
@AnswersOnce
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class FirstAnswers {
  private final Transactions transactions;
  private final CommandFactory commands;

  @Inject
  public FirstAnswers(Transactions transactions, CommandFactory commands) {
    this.transactions = transactions;
    this.commands = commands;
  }

  /** Runs a write once per key. */
  @AroundInvoke
  public Object around(InvocationContext call) throws Exception {
    if (call.getMethod().isAnnotationPresent(GET.class) || !commands.isKeyed()) {
      return call.proceed();
    }
    return RefusedException.orThrow(once(commands.command(), call)).response();
  }

  private Outcome<KeptResponse> once(Command command, InvocationContext call) {
    return transactions.once(
        command,
        new Answer<>(KeptResponse::text, text -> Outcome.done(KeptResponse.parse(text))),
        () -> answer(call));
  }

  /** May run several times, as the transaction may. */
  private static Outcome<KeptResponse> answer(InvocationContext call) {
    try {
      return Outcome.done(KeptResponse.of((Response) call.proceed()));
    } catch (RefusedException refused) {
      return refused.refusal().asOutcome();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception impossible) {
      throw new IllegalStateException("resources throw nothing checked", impossible);
    }
  }
}
