package io.witan.identity.adapter;

import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/** What identity tells. */
@Dependent
public class IdentityContracts implements EventContracts {
  @Override
  public List<EventContract> sent() {
    return List.of(UserWire.CREATED);
  }
}
