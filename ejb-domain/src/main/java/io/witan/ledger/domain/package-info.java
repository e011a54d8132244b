/** What the ledger keeps: audit entries, outgoing messages, references to aggregates. */
package io.witan.ledger.domain;
