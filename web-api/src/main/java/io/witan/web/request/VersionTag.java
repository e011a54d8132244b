package io.witan.web.request;

import io.witan.shared.InvalidValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of an aggregate as an entity tag: {@code "7"}. */
final class VersionTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private VersionTag() {}

  /** The tag without its quotes, as JAX-RS takes it. */
  static String of(long version) {
    return Long.toString(version);
  }

  /** The version that {@code If-Match} asks for; {@code *} asks for none. */
  static Optional<Long> read(String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return Optional.empty();
    }
    Matcher matcher = TAG.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw new InvalidValue("If-Match", ifMatch, "one version in quotes, such as \"7\", or *");
    }
    return Optional.of(Long.valueOf(matcher.group(1)));
  }
}
