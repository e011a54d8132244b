package io.witan.web.live;

import io.witan.ledger.domain.SentEvent;

/**
 * An event on its way to those who watch.
 *
 * @param id the event id, the same as on NATS
 * @param subject what happened
 * @param storyId the story that it belongs to; empty if it belongs to none
 * @param payload the JSON text
 */
record LiveEvent(String id, String subject, String storyId, String payload) {

  static LiveEvent from(SentEvent event) {
    return new LiveEvent(event.id(), event.subject(), StoryOf.read(event), event.payload());
  }

  boolean concerns(String story) {
    return story.isEmpty() || story.equals(storyId);
  }
}
