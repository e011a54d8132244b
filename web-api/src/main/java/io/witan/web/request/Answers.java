package io.witan.web.request;

import io.witan.shared.Outcome;
import io.witan.web.problem.RefusedException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;

/** The forms of a good answer. A refusal goes on to become a problem. */
public final class Answers {
  private Answers() {}

  /** A wire record that shows the version of its aggregate, and so gets an entity tag. */
  public interface Versioned {
    long version();
  }

  /** 200 with any record. */
  public static <T> Response ok(Outcome<T> outcome, Function<? super T, ? extends Record> from) {
    return Response.ok(from.apply(RefusedException.orThrow(outcome))).build();
  }

  /** 202 with any record. */
  public static <T> Response accepted(
      Outcome<T> outcome, Function<? super T, ? extends Record> from) {
    return Response.accepted(from.apply(RefusedException.orThrow(outcome))).build();
  }

  /** The status, the record and its entity tag. */
  public static <T, W extends Record & Versioned> Response versioned(
      Response.Status status, Outcome<T> outcome, Function<? super T, W> from) {
    W record = from.apply(RefusedException.orThrow(outcome));
    return Response.status(status).entity(record).tag(VersionTag.of(record.version())).build();
  }

  /** 201, the record, its entity tag and where to read it again. */
  public static <T, W extends Record & Versioned> Response created(
      Outcome<T> outcome, Function<? super T, W> from, Function<W, String> path) {
    W record = from.apply(RefusedException.orThrow(outcome));
    return Response.created(URI.create(path.apply(record)))
        .entity(record)
        .tag(VersionTag.of(record.version()))
        .build();
  }
}
