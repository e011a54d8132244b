package io.witan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a repository promises beside that, when its things are listed page by page. */
public abstract class ListedRepositoryContract<A, E> extends RepositoryContract<A, E> {

  /** One page of all there are. */
  protected abstract Page<A> list(Page.Request request);

  /** Every page of a list, two at a time. */
  public static <T> List<T> walk(Function<Page.Request, Page<T>> list) {
    List<T> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<T> page = list.apply(new Page.Request(2, after));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  @Test
  void a_page_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> list(new Page.Request(2, Optional.of("nonsense"))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("after is \"nonsense\"");
  }
}
