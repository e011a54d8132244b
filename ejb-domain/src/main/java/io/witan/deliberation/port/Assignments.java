package io.witan.deliberation.port;

import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Subject;
import java.util.Optional;

/** Tells what there is to think about: the text of a story or task that Witan keeps. */
public interface Assignments {

  Optional<Assignment> find(Subject subject);
}
