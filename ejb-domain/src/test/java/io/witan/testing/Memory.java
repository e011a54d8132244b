package io.witan.testing;

/** All repositories in memory, under one transaction runner. */
public final class Memory {
  public final MemoryTransactions transactions = new MemoryTransactions();
  public final MemoryProjects projects = new MemoryProjects(transactions);
  public final MemoryEpics epics = new MemoryEpics(transactions);
  public final MemoryStories stories = new MemoryStories(transactions);
  public final MemoryPlans plans = new MemoryPlans(transactions);
  public final MemoryDecisions decisions = new MemoryDecisions(transactions);
  public final MemoryTasks tasks = new MemoryTasks(transactions);
  public final MemoryTaskDependencies dependencies = new MemoryTaskDependencies(tasks);
  public final MemoryCeremonies ceremonies = new MemoryCeremonies(transactions);
  public final MemoryDerivations derivations = new MemoryDerivations(transactions);
  public final MemoryJudgements judgements = new MemoryJudgements(transactions);
  public final MemoryWorkflows workflows = new MemoryWorkflows(transactions);
  public final MemoryDeliberations deliberations = new MemoryDeliberations(transactions);
  public final MemorySubmissions submissions = new MemorySubmissions(transactions, deliberations);
  public final MemoryCouncils councils = new MemoryCouncils(transactions);
  public final MemoryForecasts forecasts = new MemoryForecasts(transactions);
  public final MemoryStandings standings = new MemoryStandings(transactions);
  public final MemoryOutsideTurns outsideTurns = new MemoryOutsideTurns(transactions);
  public final MemoryBulletins bulletins = new MemoryBulletins(transactions);
  public final MemoryCollectedTasks collectedTasks = new MemoryCollectedTasks(transactions);
  public final MemoryInbox inbox = new MemoryInbox(transactions);
}
