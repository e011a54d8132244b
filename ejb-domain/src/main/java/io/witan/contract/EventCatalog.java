package io.witan.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All events that Witan sends, or takes from outside, by the order of their subjects. */
@ApplicationScoped
public class EventCatalog {
  private final List<EventContract> sent;
  private final List<EventContract> received;
  private final List<EventContract> told;

  protected EventCatalog() {
    this(List.of());
  }

  @Inject
  EventCatalog(@Any Instance<EventContracts> contexts) {
    this(contexts.stream().toList());
  }

  /**
   * The events of these contexts.
   *
   * @throws IllegalStateException when two contexts send the same
   */
  public EventCatalog(List<EventContracts> contexts) {
    sent = all(contexts, EventContracts::sent);
    received = all(contexts, EventContracts::received);
    told = all(contexts, EventContracts::told);
  }

  private static List<EventContract> all(
      List<EventContracts> contexts, Function<EventContracts, List<EventContract>> which) {
    List<EventContract> found =
        contexts.stream()
            .flatMap(context -> which.apply(context).stream())
            .sorted(Comparator.comparing(EventContract::subject))
            .toList();
    for (int place = 1; place < found.size(); place++) {
      if (found.get(place).subject().equals(found.get(place - 1).subject())) {
        throw new IllegalStateException("two contracts of " + found.get(place).subject());
      }
    }
    return found;
  }

  public List<EventContract> sent() {
    return sent;
  }

  public List<EventContract> received() {
    return received;
  }

  /** What is told beside the events, and kept nowhere. */
  public List<EventContract> told() {
    return told;
  }

  /** Sent and received; what is sent and received is there once. */
  public List<EventContract> all() {
    return Stream.concat(sent.stream(), received.stream().filter(one -> !isSent(one.subject())))
        .sorted(Comparator.comparing(EventContract::subject))
        .toList();
  }

  public Optional<EventContract> of(String subject) {
    return all().stream().filter(one -> one.subject().equals(subject)).findFirst();
  }

  private boolean isSent(String subject) {
    return sent.stream().anyMatch(one -> one.subject().equals(subject));
  }
}
