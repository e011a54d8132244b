package io.witan.web.outbox;

import io.witan.shared.Text;

/** Which parked event is to be sent again. */
public record RetryWire(String messageId) {
  private static final int LONGEST = 500;

  String required() {
    return Text.required("message_id", messageId, LONGEST);
  }
}
