package io.witan.contract;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import java.util.Map;

/** The headers of every event that Witan sends: CloudEvents 1.0 in binary mode. */
public final class EventHeaders {
  private static final Shape ALL =
      Shape.object(
          field(
              "Nats-Msg-Id",
              Shape.id().meaning("One for each event and subject: JetStream drops a repetition.")),
          field("ce-specversion", Shape.exactly("1.0")),
          field("ce-id", Shape.id().meaning("The event; the same under each of its subjects.")),
          field("ce-source", Shape.id().meaning("/witan/ and the kind of what has changed.")),
          field("ce-type", Shape.id().meaning("The subject.")),
          field("ce-time", Shape.time().meaning("When it was committed.")),
          field("ce-subject", Shape.id().meaning("The id of what has changed.")),
          field(
              "ce-audithash", Shape.digest().meaning("The hash of its entry in the audit chain.")),
          field(
              "ce-sequence",
              Shape.id()
                  .meaning("The version that the change gave; in order for each ce-subject.")),
          field("content-type", Shape.exactly("application/json")),
          optional("traceparent", Shape.text().meaning("W3C trace context of what caused it.")));

  private EventHeaders() {}

  /** The JSON Schema of them. */
  public static Map<String, Object> schema() {
    return ALL.schema();
  }
}
