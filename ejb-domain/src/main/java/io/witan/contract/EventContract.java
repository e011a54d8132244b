package io.witan.contract;

import io.witan.ledger.domain.WireEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What others can rely on in one kind of event: the subject and the fields of its payload.
 *
 * <p>Every event that Witan sends is made by its contract, so none goes out undescribed. Tests hold
 * the payloads that the wire classes write against the contract's schema.
 *
 * @param subject the NATS subject, which is also the type in the header {@code ce-type}
 * @param summary what has happened, in one sentence
 */
public record EventContract(String subject, String summary, List<Field> fields) {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  public EventContract {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(summary, "summary");
    fields = List.copyOf(fields);
  }

  public static EventContract of(String subject, String summary, Field... fields) {
    return new EventContract(subject, summary, List.of(fields));
  }

  /** The same fields, and some more. */
  public EventContract with(Field... more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return new EventContract(subject, summary, all);
  }

  /** The same event under the name that others know it by. */
  public EventContract named(String otherSubject) {
    return new EventContract(otherSubject, summary, fields);
  }

  /** An event of this kind, ready to be sent. */
  public WireEvent event(Map<String, Object> payload) {
    return new WireEvent(subject, payload);
  }

  /** The payload's JSON Schema (2020-12). */
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("$id", "urn:witan:event:" + subject);
    schema.put("title", subject);
    schema.put("description", summary);
    schema.putAll(Shape.object(fields).schema());
    return schema;
  }
}
