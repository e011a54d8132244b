package io.witan.deliberation.domain;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out of texts who wrote them, so that they are judged by what they say: the names of the
 * agents, and those of their models where a model's name is not an ordinary word.
 */
public final class Blinding {
  /** What stands in place of a name. */
  public static final String HIDDEN = "a member of the council";

  private static final Pattern TELLING = Pattern.compile("[/\\d]");

  private final Pattern names;

  public Blinding(List<Agent> agents) {
    this.names =
        Pattern.compile(
            agents.stream()
                .flatMap(Blinding::names)
                .distinct()
                .sorted(Comparator.comparing(String::length, Comparator.reverseOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")));
  }

  private static Stream<String> names(Agent agent) {
    return Stream.concat(
        Stream.of(agent.id().value()),
        Stream.of(agent.model()).filter(model -> TELLING.matcher(model).find()));
  }

  /** The text without names. */
  public String of(String text) {
    return names.matcher(text).replaceAll(Matcher.quoteReplacement(HIDDEN));
  }
}
