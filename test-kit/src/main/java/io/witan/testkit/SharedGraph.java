package io.witan.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the shared graph server: {@code @ExtendWith(SharedGraph.class)} and a parameter of
 * type {@link GraphServerProcess} in a constructor, life-cycle or test method.
 */
public final class SharedGraph implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == GraphServerProcess.class;
  }

  @Override
  public GraphServerProcess resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return TestServers.graph();
  }
}
