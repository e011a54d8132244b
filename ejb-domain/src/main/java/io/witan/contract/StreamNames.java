package io.witan.contract;

import java.util.Optional;

/** Tells which JetStream stream holds the events of a subject. */
@FunctionalInterface
public interface StreamNames {

  /** The stream; absent when the subject is kept nowhere. */
  Optional<String> nameOf(String subject);
}
