/**
 * The EJB module of {@code witan.ear}.
 *
 * <p>It owns the one enterprise bean that makes it a module, and brings the file of settings: in an
 * EAR the server reads it from here alone. It refuses to know anything of the product; no module
 * may depend on it.
 */
package io.witan.ear;
