package io.witan.executor;

import io.witan.deliberation.port.TurnFailure.BadAnswer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Reads what a server sends, and never keeps more of it than a bound, whatever the server promised:
 * an answer that is longer is a bad one, of an error's text the beginning is enough.
 */
final class BoundedBody implements BodySubscriber<String> {
  private static final int OK = 200;
  private static final int ENOUGH_OF_AN_ERROR = 16 * 1024;

  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;
  private final boolean cut;
  private Subscription subscription;

  private BoundedBody(int most, boolean cut) {
    this.most = most;
    this.cut = cut;
  }

  /** Takes answers of at most so many bytes. */
  static BodyHandler<String> upTo(int most) {
    return response ->
        response.statusCode() == OK
            ? new BoundedBody(most, false)
            : new BoundedBody(Math.min(most, ENOUGH_OF_AN_ERROR), true);
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::add);
  }

  private void add(ByteBuffer buffer) {
    byte[] more = new byte[Math.min(buffer.remaining(), most - bytes.size())];
    boolean isTooMuch = buffer.remaining() > more.length;
    buffer.get(more);
    bytes.writeBytes(more);
    if (isTooMuch && !text.isDone()) {
      end();
      subscription.cancel();
    }
  }

  private void end() {
    if (cut) {
      onComplete();
    } else {
      onError(
          new BadAnswer(
              "the answer is longer than %d bytes (witan.openai.max-answer-bytes)"
                  .formatted(most)));
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    text.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
