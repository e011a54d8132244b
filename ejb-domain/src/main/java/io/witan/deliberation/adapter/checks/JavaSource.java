package io.witan.deliberation.adapter.checks;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import io.witan.deliberation.domain.Finding;
import java.util.Comparator;
import java.util.List;

/** Java up to version 25, by its grammar; names and types are not resolved. */
final class JavaSource implements SourceParser {

  @Override
  public List<Finding> parse(String file, String text) {
    int deep = Nesting.tooDeepAt(text);
    if (deep > 0) {
      return List.of(Nesting.finding(file, deep));
    }
    int often = Rescans.tooManyAt(text);
    if (often > 0) {
      return List.of(Rescans.finding(file, often));
    }
    ParserConfiguration settings =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.JAVA_25)
            .setAttributeComments(false)
            .setStoreTokens(true);
    return new JavaParser(settings)
        .parse(text).getProblems().stream()
            .map(problem -> Finding.error(file, line(problem), problem.getMessage()))
            .sorted(Comparator.comparing(Finding::line))
            .toList();
  }

  private static int line(Problem problem) {
    return problem
        .getLocation()
        .map(TokenRange::getBegin)
        .flatMap(token -> token.getRange())
        .map(range -> range.begin.line)
        .orElse(0);
  }
}
