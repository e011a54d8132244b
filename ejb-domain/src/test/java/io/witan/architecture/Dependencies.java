package io.witan.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which part of the application may know which other: the one list, line by line.
 *
 * <p>A part is named by its package below the root, {@code planning.domain}; what it knows by
 * package and class, {@code ledger.port.Inbox}. Inside of its own package everybody is free.
 */
final class Dependencies {
  private static final String ROLE = "(domain|port|application|adapter)";

  /** The packages of technology; the ledger has several. */
  private static final String TECHNICAL = "(adapter(\\.checks)?|relay|heads|feed)";

  /** What may know what, and why. */
  record Line(String from, String to, String why) {
    boolean allows(String part, String known) {
      return Pattern.matches(from + " knows " + to, part + " knows " + known);
    }
  }

  static final List<Line> ALLOWED =
      List.of(
          new Line(".*", "shared\\..*", "the kernel is everybody's"),
          new Line("[a-z]+\\." + ROLE, "[a-z]+\\.domain\\.[A-Za-z]+Id", "contexts know ids"),
          new Line("(?<c>[a-z]+)\\.port", "\\k<c>\\.domain\\..*", "a port speaks its own words"),
          new Line(
              "(planning|workflow)\\.port",
              "deliberation\\.port\\.TermsPolicy",
              "who asks for a council may wish for its rules"),
          new Line(
              "(?<c>[a-z]+)\\.application",
              "\\k<c>\\.(domain|port)\\..*",
              "a use case knows its own rules and ports"),
          new Line(
              "(?<c>[a-z]+)\\." + TECHNICAL,
              "\\k<c>\\.(domain|port|application|adapter)\\..*",
              "an adapter knows its own context"),
          new Line("[a-z]+\\.application", "[a-z]+\\.port\\..*", "and what others publish"),
          new Line("[a-z]+\\.adapter", "[a-z]+\\.port\\..*", "an adapter may implement a port"),
          new Line(
              "[a-z]+\\.adapter",
              "(planning|workflow|ledger|deliberation)\\.domain\\..*",
              "and translates into the words of that port"),
          new Line("[a-z]+\\." + TECHNICAL, "ledger\\.adapter\\..*", "repositories save by it"),
          new Line("[a-z]+\\." + TECHNICAL, "neo4j\\..*", "adapters reach Neo4j"),
          new Line("[a-z]+\\.adapter", "messaging\\..*", "handlers are adapters"),
          new Line("([a-z]+\\." + TECHNICAL + "|messaging)", "json\\..*", "JSON stops in adapters"),
          new Line("ledger\\.feed", "ledger\\.relay\\..*", "the feed reads what the relay sends"),
          new Line("[a-z]+\\." + TECHNICAL, "contract\\..*", "adapters describe their events"),
          new Line("contract", "ledger\\.domain\\..*", "events are made by their contracts"),
          new Line("contract", "json\\..*", "descriptions are shown as JSON"),
          new Line("messaging", "ledger\\.port\\..*", "each event once in effect"),
          new Line("platform", ".*", "it starts everything"));

  private Dependencies() {}

  /** Every class below the root knows only what the list allows. */
  static ArchCondition<JavaClass> followTheList(String root) {
    return new ArchCondition<>("know only what the list allows") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isForeign(root, dependency))
            .filter(
                dependency -> ALLOWED.stream().noneMatch(line -> allows(root, line, dependency)))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
      }
    };
  }

  /** The lines of the list that no dependency needs (any more). */
  static Set<String> unused(String root, Iterable<JavaClass> classes) {
    Set<String> unused = new TreeSet<>();
    ALLOWED.forEach(line -> unused.add(line.why()));
    for (JavaClass item : classes) {
      for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
        if (isForeign(root, dependency)) {
          ALLOWED.stream()
              .filter(line -> allows(root, line, dependency))
              .forEach(line -> unused.remove(line.why()));
        }
      }
    }
    return unused;
  }

  private static boolean allows(String root, Line line, Dependency dependency) {
    return line.allows(part(root, origin(dependency)), name(root, target(dependency)));
  }

  private static boolean isForeign(String root, Dependency dependency) {
    String own = origin(dependency).getPackageName();
    String known = target(dependency).getPackageName();
    return known.startsWith(root + ".") && !known.equals(own) && isMine(root, known);
  }

  /** Libraries of the same family are not parts of this module. */
  private static boolean isMine(String root, String known) {
    return !known.startsWith(root + ".nats.");
  }

  private static JavaClass origin(Dependency dependency) {
    return dependency.getOriginClass().getBaseComponentType();
  }

  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  private static String part(String root, JavaClass item) {
    String known = item.getPackageName();
    return known.length() > root.length() ? known.substring(root.length() + 1) : "";
  }

  private static String name(String root, JavaClass item) {
    JavaClass top = item;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    return part(root, item) + "." + top.getSimpleName();
  }
}
