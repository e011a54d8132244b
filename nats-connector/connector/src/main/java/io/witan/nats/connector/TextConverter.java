package io.witan.nats.connector;

import io.smallrye.reactive.messaging.MessageConverter;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Lets handlers of incoming JetStream messages take a {@code String}: the payload as UTF-8. */
@ApplicationScoped
public class TextConverter implements MessageConverter {

  @Override
  public boolean canConvert(Message<?> message, Type target) {
    return target == String.class
        && message.getPayload() instanceof byte[]
        && message.getMetadata(JetStreamMetadata.class).isPresent();
  }

  @Override
  public Message<?> convert(Message<?> message, Type target) {
    return message.withPayload(new String((byte[]) message.getPayload(), StandardCharsets.UTF_8));
  }
}
