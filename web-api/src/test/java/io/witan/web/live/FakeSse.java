package io.witan.web.live;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import java.lang.reflect.Type;

/** Makes events as a server would, as far as watchers need them. */
final class FakeSse implements Sse {
  @Override
  public OutboundSseEvent.Builder newEventBuilder() {
    return new Builder();
  }

  @Override
  public SseBroadcaster newBroadcaster() {
    throw new UnsupportedOperationException();
  }

  /** An event; what is not given is empty. */
  record Event(String id, String name, String comment, Object data, long reconnect)
      implements OutboundSseEvent {
    @Override
    public String getId() {
      return id;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getComment() {
      return comment;
    }

    @Override
    public long getReconnectDelay() {
      return reconnect;
    }

    @Override
    public boolean isReconnectDelaySet() {
      return reconnect > 0;
    }

    @Override
    public Class<?> getType() {
      return String.class;
    }

    @Override
    public Type getGenericType() {
      return String.class;
    }

    @Override
    public MediaType getMediaType() {
      return MediaType.TEXT_PLAIN_TYPE;
    }

    @Override
    public Object getData() {
      return data;
    }
  }

  private static final class Builder implements OutboundSseEvent.Builder {
    private String id = "";
    private String name = "";
    private String comment = "";
    private Object data = "";
    private long reconnect;

    @Override
    public Builder id(String text) {
      id = text;
      return this;
    }

    @Override
    public Builder name(String text) {
      name = text;
      return this;
    }

    @Override
    public Builder reconnectDelay(long milliseconds) {
      reconnect = milliseconds;
      return this;
    }

    @Override
    public Builder mediaType(MediaType mediaType) {
      return this;
    }

    @Override
    public Builder comment(String text) {
      comment = text;
      return this;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Builder data(Class type, Object given) {
      data = given;
      return this;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Builder data(GenericType type, Object given) {
      data = given;
      return this;
    }

    @Override
    public Builder data(Object given) {
      data = given;
      return this;
    }

    @Override
    public OutboundSseEvent build() {
      return new Event(id, name, comment, data, reconnect);
    }
  }
}
