/**
 * Reads the manifests as the cluster would, with no field unknown, and holds them against the rules
 * of the security context constraint restricted-v2.
 *
 * <p>It owns no manifest and no code of the product; nothing may depend on it.
 */
package io.witan.openshift;
