package io.witan.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.witan.architecture.offender.ImpossibleImpl;
import io.witan.architecture.offender.planning.adapter.Undescribed;
import io.witan.architecture.offender.planning.adapter.Warehouse;
import io.witan.architecture.offender.planning.application.Hasty;
import io.witan.architecture.offender.planning.domain.Impatient;
import io.witan.architecture.offender.planning.domain.Secret;
import io.witan.architecture.offender.workflow.application.Nosy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter().importPath(MODULE.resolve("target/classes"));
  private static final JavaClasses OFFENDERS =
      new ClassFileImporter()
          .importClasses(
              ImpossibleImpl.class,
              Warehouse.class,
              Hasty.class,
              Impatient.class,
              Secret.class,
              Undescribed.class,
              Nosy.class);

  /** Each rule, and the class that breaks it on purpose. */
  private static final Map<Function<Rules, ArchRule>, Class<?>> PROMISES =
      Map.of(
          Rules::domainStandsAlone, Impatient.class,
          Rules::adaptersAreOutside, Hasty.class,
          Rules::useCasesAreNotKnownInside, Secret.class,
          Rules::contextsFollowTheList, Nosy.class,
          Rules::noProtocol, Hasty.class,
          Rules::jsonStaysOutside, Hasty.class,
          Rules::noClockInside, Impatient.class,
          Rules::eventsHaveContracts, Undescribed.class,
          Rules::noImpl, ImpossibleImpl.class);

  private static Stream<DynamicTest> forEachRule(Check check) {
    Rules real = new Rules("io.witan");
    return PROMISES.entrySet().stream()
        .map(
            promise ->
                DynamicTest.dynamicTest(
                    promise.getKey().apply(real).getDescription(),
                    () -> check.of(promise.getKey(), promise.getValue())));
  }

  private interface Check {
    void of(Function<Rules, ArchRule> rule, Class<?> offender);
  }

  @TestFactory
  Stream<DynamicTest> the_application_keeps_each_promise() {
    return forEachRule((rule, offender) -> rule.apply(new Rules("io.witan")).check(PRODUCTION));
  }

  @TestFactory
  Stream<DynamicTest> each_promise_can_be_broken() {
    Rules offended = new Rules("io.witan.architecture.offender");
    return forEachRule(
        (rule, offender) ->
            assertThatThrownBy(() -> rule.apply(offended).check(OFFENDERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender.getSimpleName()));
  }

  @TestFactory
  Stream<DynamicTest> each_promise_about_nothing_fails() {
    Rules nowhere = new Rules("io.nowhere");
    return forEachRule(
        (rule, offender) ->
            assertThatThrownBy(() -> rule.apply(nowhere).check(PRODUCTION))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes"));
  }

  @Test
  void every_line_of_the_list_is_needed() {
    assertThat(Dependencies.unused("io.witan", PRODUCTION)).isEmpty();
  }

  @Test
  void the_kernel_knows_nobody() {
    assertThat(
            PRODUCTION.stream()
                .filter(item -> item.getPackageName().equals("io.witan.shared"))
                .flatMap(item -> item.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .map(JavaClass::getPackageName)
                .filter(known -> !known.isEmpty() && !known.startsWith("java.")))
        .isNotEmpty()
        .containsOnly("io.witan.shared");
  }

  @Nested
  class Every_package {
    @TempDir private Path sources;

    @Test
    void says_what_it_owns() {
      assertThat(PackageInfos.missing(MODULE.resolve("src/main/java"))).isEmpty();
    }

    @Test
    void is_found_when_it_does_not() throws IOException {
      Files.writeString(sources.resolve("Silent.java"), "class Silent {}");

      assertThat(PackageInfos.missing(sources)).containsExactly(sources);
    }

    @Test
    void must_be_there_to_be_looked_at() {
      assertThatThrownBy(() -> PackageInfos.missing(sources))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
