package io.witan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import io.witan.contract.EventContract;
import io.witan.ledger.domain.WireEvent;
import io.witan.testing.Contracts;
import java.util.Map;
import java.util.Set;

/** The promises of the architecture, one rule each, about the classes below a root package. */
record Rules(String root) {
  private static final Map<String, Set<String>> CLOCKS_AND_DICE =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.lang.Math", Set.of("random"));

  private String in(String packages) {
    return root + packages;
  }

  /** The domain stands on Java, itself, the kernel and the ids of others. */
  ArchRule domainStandsAlone() {
    return classes()
        .that()
        .resideInAPackage(in(".*.domain.."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", in(".shared.."), in(".*.domain..")));
  }

  /** Nobody but adapters and the platform knows adapters. */
  ArchRule adaptersAreOutside() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            in(".*.domain.."), in(".*.application.."), in(".*.port.."), in(".shared.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in(".*.adapter.."));
  }

  /** Use cases are not known by the rules and ports that they use. */
  ArchRule useCasesAreNotKnownInside() {
    return noClasses()
        .that()
        .resideInAnyPackage(in(".*.domain.."), in(".*.port.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in(".*.application.."));
  }

  ArchRule contextsFollowTheList() {
    return classes().that().resideInAPackage(in("..")).should(Dependencies.followTheList(root));
  }

  /** No remote protocol in this module. */
  ArchRule noProtocol() {
    return noClasses()
        .that()
        .resideInAPackage(in(".."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.protobuf..", "io.grpc..", "jakarta.ws.rs..");
  }

  /** JSON stops in adapters and messaging. */
  ArchRule jsonStaysOutside() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            in(".*.domain.."), in(".*.application.."), in(".*.port.."), in(".shared.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.json..", "com.fasterxml.jackson..");
  }

  /** Time, ids and chance enter from outside. */
  ArchRule noClockInside() {
    return noClasses()
        .that()
        .resideInAnyPackage(in(".*.domain.."), in(".*.application.."), in(".shared.."))
        .should()
        .callMethodWhere(describe("the time or chance is asked for", Rules::asksClockOrDice));
  }

  private static boolean asksClockOrDice(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    String method = call.getName();
    return (owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system")))
        || CLOCKS_AND_DICE.getOrDefault(owner, Set.of()).contains(method);
  }

  /** No event goes out undescribed. */
  ArchRule eventsHaveContracts() {
    return noClasses()
        .that()
        .resideInAPackage(in(".."))
        .and()
        .doNotBelongToAnyOf(EventContract.class)
        .should()
        .callConstructor(WireEvent.class, String.class, Map.class)
        .because(Contracts.howToDeclare("an event that is made by new WireEvent(...)"));
  }

  /** A class says what it is, not that it is one. */
  ArchRule noImpl() {
    return noClasses().that().resideInAPackage(in("..")).should().haveSimpleNameEndingWith("Impl");
  }
}
