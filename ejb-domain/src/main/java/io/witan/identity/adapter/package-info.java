/**
 * Identity on Neo4j, Argon2id, RS256 and files. Only the container wires these; nobody imports
 * them.
 */
package io.witan.identity.adapter;
