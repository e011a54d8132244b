package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;
import java.util.Locale;

/** The kind of work. Wire value: the name in lower case. */
public enum TaskType {
  DEVELOPMENT,
  FEATURE,
  REFACTOR,
  BUG_FIX,
  TESTING,
  UNIT_TEST,
  INTEGRATION_TEST,
  E2E_TEST,
  CODE_REVIEW,
  DESIGN_REVIEW,
  ARCHITECTURE_REVIEW,
  DEPLOYMENT,
  INFRASTRUCTURE,
  DEVOPS,
  DOCUMENTATION,
  API_DOCS,
  DATA_MIGRATION,
  SCHEMA_CHANGE,
  BACKLOG_REVIEW_IDENTIFIED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a wire value; nothing means development.
   *
   * @throws InvalidValue when there is no such type
   */
  public static TaskType parse(String field, String value) {
    if (value == null || value.isBlank()) {
      return DEVELOPMENT;
    }
    return WireNames.parse(values(), TaskType::wire, field, value);
  }
}
