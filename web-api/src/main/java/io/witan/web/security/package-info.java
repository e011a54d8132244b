/**
 * Who may call: every request is authenticated by its token, in the header or in the cookie of a
 * session, and every route that is not marked open needs one.
 *
 * <p>It owns no rule about roles: the use cases check them. It refuses what no token proves, and
 * changes in a session that no page of ours has sent.
 */
package io.witan.web.security;
