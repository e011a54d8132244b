package io.witan.benchmarks.report;

import io.witan.benchmarks.report.Results.Deliberations;
import java.util.List;

/** What the report says of councils that plan stories. */
final class DeliberationsSection {
  private static final String TEXT =
      """
      Three agents propose, criticise and revise: nine turns, three of them one after the other. The \
      model is a stub in a process of its own that answers by the schema of the request, at once or \
      after 200 ms; then 600 ms are the least that a deliberation can take. *LangGraph* is \
      `benchmarks/peer/councils.py`: a graph with a task for each turn, kept by its SQLite saver with \
      durability "sync", with Witan's prompts and schemas, in one asynchronous process that also \
      holds its clients; *langchain* asks by LangChain's own client, *aiohttp* by a plain one. *in \
      process* calls the use cases on a Neo4j of its own: each turn is kept with an audit entry and an \
      event before the next step uses it; nothing is sent. *REST* goes to the running stack, from the \
      request to the answer that it has completed; relay and listeners work meanwhile, and nothing is \
      left to do when the next side begins. The sides take turns in every round and are warmed up \
      alike; a ratio is the median of the rounds' ratios over LangGraph with aiohttp. Processor time is \
      for each deliberation, until all is heard; the stub's is left out, and the client's over REST. \
      Budget: 60 a second at 0 ms, better 100; at 200 ms a median of 1.05 times the model alone with \
      one client and 1.10 times with 32.""";

  private DeliberationsSection() {}

  static List<String> of(List<Deliberations> deliberations) {
    Table table =
        new Table(
            "model, ms",
            "clients",
            "side",
            "per second",
            "over LangGraph",
            "p50, ms",
            "over the model alone",
            "p99, ms",
            "counted",
            "processor time, µs");
    deliberations.forEach(
        one ->
            table.row(
                String.valueOf(one.delay()),
                String.valueOf(one.clients()),
                one.side(),
                Report.two(one.perSecond()),
                Report.two(one.ratio()),
                Report.whole(one.p50()),
                one.delay() == 0 ? "" : Report.two(one.p50() / one.ideal()),
                Report.whole(one.p99()),
                String.valueOf(one.count()),
                Report.micros(one.micros())));
    return List.of("## Deliberations, beside LangGraph", TEXT, table.toString());
  }
}
