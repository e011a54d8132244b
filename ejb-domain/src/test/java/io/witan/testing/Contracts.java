package io.witan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.contract.EventCatalog;
import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.domain.WireEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contracts of all events, found by their classes' names. */
public final class Contracts {
  private static final String CLASS = "Contracts.class";
  private static final EventCatalog CATALOG = new EventCatalog(find());

  private Contracts() {}

  /** What the application finds as beans. */
  public static EventCatalog catalog() {
    return CATALOG;
  }

  /** The event must be one that is described, and its payload must be as described. */
  public static void mustDescribe(WireEvent event) {
    EventContract contract =
        CATALOG.sent().stream()
            .filter(one -> one.subject().equals(event.subject()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(howToDeclare(event.subject())));
    mustFit(contract, CanonicalJson.of(event.payload()));
  }

  /** The payload must be as described, without anything else in it. */
  public static void mustFit(EventContract contract, String payload) {
    assertThat(JsonSchemas.faultsOfClosed(contract.schema(), payload))
        .as("payload of %s, by its contract: %s", contract.subject(), payload)
        .isEmpty();
  }

  /** What whoever adds an event has to do. */
  public static String howToDeclare(String subject) {
    return ("%s has no contract. Declare its fields as an EventContract beside the class that"
            + " writes it, make the event by contract.event(payload), list the contract in the"
            + " context's ...Contracts class, and run 'mvn -pl ejb-domain test"
            + " -Dwitan.docs.write=true' to write its JSON Schema and the AsyncAPI document.")
        .formatted(subject);
  }

  private static List<EventContracts> find() {
    try {
      Path classes =
          Path.of(EventContracts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        return files
            .map(file -> classes.relativize(file).toString())
            .filter(name -> name.endsWith(CLASS) && !name.endsWith("Event" + CLASS))
            .map(name -> name.replace(".class", "").replace('/', '.'))
            .map(Contracts::make)
            .toList();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static EventContracts make(String name) {
    try {
      return Class.forName(name)
          .asSubclass(EventContracts.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
