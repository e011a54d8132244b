package io.witan.ledger.adapter;

import io.witan.ledger.port.Asides.Aside;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import java.util.List;

/** Told inside this process after a transaction that was rolled back because of a refusal. */
public record Refused(Command command, Refusal refusal, List<Aside> asides) {}
