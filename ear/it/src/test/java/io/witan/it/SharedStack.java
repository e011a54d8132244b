package io.witan.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack of this JVM: {@code @ExtendWith(SharedStack.class)} and a parameter of
 * type {@link WitanStack}. It starts with the first command that needs it and ends with the last
 * test. Whoever breaks a part of it mends it by {@code ./witan up}.
 */
final class SharedStack implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == WitanStack.class;
  }

  @Override
  public WitanStack resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedStack.class))
        .getOrComputeIfAbsent(WitanStack.class, key -> new WitanStack("shared"), WitanStack.class);
  }
}
