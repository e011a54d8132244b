package io.witan.ledger.relay;

/**
 * Where an event is kept.
 *
 * @param messageId its {@code Nats-Msg-Id}
 * @param stream empty where it went to listeners only
 * @param sequence its place in the stream, from 1; 0 where it went to listeners only
 */
record SentMessage(String messageId, String stream, long sequence) {}
