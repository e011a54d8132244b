package io.witan.ledger.domain;

/**
 * What an aggregate was after one of its changes.
 *
 * @param change the last entry that counts
 * @param state what it and those before it tell
 */
public record PastState(AuditEntry change, ToldState state) {}
