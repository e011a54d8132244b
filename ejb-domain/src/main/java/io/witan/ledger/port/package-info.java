/** What use cases and adapters may ask of the ledger. */
package io.witan.ledger.port;
