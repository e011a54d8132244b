package io.witan.ledger.adapter;

import io.witan.shared.Command;
import io.witan.shared.Refusal;

/** Told inside this process after a transaction that was rolled back because of a refusal. */
public record Refused(Command command, Refusal refusal) {}
