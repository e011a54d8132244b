/** The ledger on Neo4j: one commit holds the change, its audit entry, its events and marks. */
package io.witan.ledger.adapter;
