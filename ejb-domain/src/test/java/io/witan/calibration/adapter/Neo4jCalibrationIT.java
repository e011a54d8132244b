package io.witan.calibration.adapter;

import io.witan.calibration.port.CalibrationContract;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions;
import io.witan.testkit.TestServers;

class Neo4jCalibrationIT extends CalibrationContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @Override
  protected Transactions transactions() {
    return LEDGER.transactions;
  }

  @Override
  protected Forecasts forecasts() {
    return new Neo4jForecasts(LEDGER.graph);
  }

  @Override
  protected Standings standings() {
    return new Neo4jStandings(LEDGER.graph);
  }
}
