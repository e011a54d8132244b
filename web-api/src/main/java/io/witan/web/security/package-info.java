/**
 * Who may call: every request is authenticated by its bearer token, and every route that is not
 * marked open needs one.
 *
 * <p>It owns no rule about roles: the use cases check them. It refuses what no token proves.
 */
package io.witan.web.security;
