package io.witan.testing;

import io.witan.calibration.port.CalibrationContract;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import io.witan.ledger.port.Transactions;

class MemoryCalibrationTest extends CalibrationContract {
  private final Memory memory = new Memory();

  @Override
  protected Transactions transactions() {
    return memory.transactions;
  }

  @Override
  protected Forecasts forecasts() {
    return memory.forecasts;
  }

  @Override
  protected Standings standings() {
    return memory.standings;
  }
}
