package io.witan.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the shared Ray: {@code @ExtendWith(SharedRay.class)} and a parameter of type {@link
 * RayStack} in a constructor, life-cycle or test method.
 */
public final class SharedRay implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == RayStack.class;
  }

  @Override
  public RayStack resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return TestServers.ray();
  }
}
