package io.witan.deliberation.adapter.checks;

import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Whether a single value of a manifest is of the type that its field has. */
final class KubernetesScalar {
  /** What clusters read as true and false besides, by the older rules of YAML. */
  private static final Set<String> SWITCHES = Set.of("yes", "no", "on", "off");

  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d{1,3})?");

  private KubernetesScalar() {}

  /** What is wrong with it, as the end of a sentence. */
  static Optional<String> fault(Type type, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return Optional.of("is no single value");
    }
    String name = type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
    return switch (name) {
      case "String" -> unless(isText(scalar), "is no text: put %s in quotes", scalar);
      case "Boolean" -> unless(isSwitch(scalar), "is neither true nor false: %s", scalar);
      case "Integer", "Long" -> unless(isWhole(scalar), "is no whole number: %s", scalar);
      case "Double", "BigDecimal" -> unless(isNumber(scalar), "is no number: %s", scalar);
      case "IntOrString" ->
          unless(
              isText(scalar) || isWhole(scalar),
              "is neither a whole number nor a text: %s",
              scalar);
      case "Quantity" ->
          unless(
              QUANTITY.matcher(scalar.getValue()).matches(),
              "is no quantity such as 500m or 2Gi: %s",
              scalar);
      case "OffsetDateTime" -> unless(isTime(scalar), "is no time: %s", scalar);
      case "byte[]" -> unless(isBase64(scalar), "is no Base64: %s", scalar);
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean right, String fault, ScalarNode scalar) {
    return right ? Optional.empty() : Optional.of(fault.formatted(scalar.getValue()));
  }

  private static boolean isText(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.STR) && !isOldSwitch(scalar);
  }

  private static boolean isSwitch(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.BOOL) || isOldSwitch(scalar);
  }

  private static boolean isOldSwitch(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        && SWITCHES.contains(scalar.getValue().toLowerCase(Locale.ROOT));
  }

  private static boolean isWhole(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.INT) && scalar.getValue().length() <= 20;
  }

  private static boolean isNumber(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.FLOAT) || isWhole(scalar);
  }

  private static boolean isTime(ScalarNode scalar) {
    try {
      OffsetDateTime.parse(scalar.getValue());
      return true;
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  private static boolean isBase64(ScalarNode scalar) {
    try {
      Base64.getMimeDecoder().decode(scalar.getValue());
      return scalar.getValue().matches("[A-Za-z0-9+/=\\s]*");
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
