/** Tokens, keys and users over REST. */
package io.witan.web.identity;
