package io.witan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BearerAuthenticationTest {

  @Test
  void finds_the_token_whatever_the_case_of_the_scheme() {
    assertThat(BearerAuthentication.token("Bearer abc")).contains("abc");
    assertThat(BearerAuthentication.token("bearer  abc ")).contains("abc");
  }

  @Test
  void finds_none_in_other_schemes() {
    assertThat(BearerAuthentication.token(null)).isEmpty();
    assertThat(BearerAuthentication.token("Basic YTpi")).isEmpty();
  }
}
