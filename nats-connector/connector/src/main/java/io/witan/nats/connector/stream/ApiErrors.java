package io.witan.nats.connector.stream;

/** The JetStream API error codes that decide what is done next. */
final class ApiErrors {

  static final int CONSUMER_NOT_FOUND = 10014;
  static final int STREAM_NAME_IN_USE = 10058;
  static final int STREAM_NOT_FOUND = 10059;
  static final int SUBJECTS_OVERLAP = 10065;

  private ApiErrors() {}
}
