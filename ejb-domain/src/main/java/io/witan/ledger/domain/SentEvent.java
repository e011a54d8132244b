package io.witan.ledger.domain;

/**
 * An event as it is on its stream.
 *
 * @param id the event id, the same for all names of one event
 * @param subject the first of its names
 * @param kind of the aggregate whose change it tells, in lower case
 * @param payload the JSON text
 */
public record SentEvent(
    String id, String subject, String kind, String aggregateId, String payload) {}
