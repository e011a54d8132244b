package io.witan.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the shared NATS server: {@code @ExtendWith(SharedNats.class)} and a parameter of type
 * {@link NatsServerProcess} in a constructor, life-cycle or test method.
 */
public final class SharedNats implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == NatsServerProcess.class;
  }

  @Override
  public NatsServerProcess resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return TestServers.nats();
  }
}
