package io.witan.planning.application;

import java.util.Optional;

/**
 * Something that was rejected, and what follows.
 *
 * @param deliberation the id of the one that was started because of it; absent when none was
 */
public record Rejected<T>(T thing, Optional<String> deliberation) {}
