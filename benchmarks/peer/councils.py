"""Deliberations as LangGraph would hold them: three agents propose, criticise each other and revise.

Each question is a task of the graph with a checkpoint of its own, kept by LangGraph's SQLite saver before the next step
begins (durability "sync"), so that no answer is asked for twice after a crash. The prompts and schemas are Witan's.
What an answer says is looked at as far as the ranking needs it. There are no rules, no audit trail and no events. It is
the other side of the benchmark deliberations, and nothing else.

It holds the councils itself, as a program with LangGraph in it would: POST /load?clients=8&seconds=3 lets so many
clients hold one after the other for so long, at least one each, and answers how long each took.
"""

import argparse
import asyncio
import itertools
import json
import operator
import pathlib
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any, TypedDict

import aiohttp
import uvloop
from aiohttp import web
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.graph import END, START, StateGraph
from langgraph.types import Send
from pydantic import SecretStr

AGENTS = 3
MAX_TOKENS = 2048
WAIT_SECONDS = 90
BRIEF = " ".join(["As a customer I want to pay by card so that my order is shipped at once."] * 6)
STORY = f"""The story:
<<<
Pay by card

{BRIEF}

Acceptance criteria:
- A declined card is refused with its reason
- A payment is charged once even when it is sent twice
- The receipt shows the last four digits of the card
>>>"""


@dataclass(frozen=True)
class Question:
    """What an agent is asked, and the form of the answer."""

    system: str
    user: str
    temperature: float
    form: dict[str, Any]

    def messages(self) -> list[dict[str, str]]:
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]


Ask = Callable[[Question], Awaitable[str]]


@asynccontextmanager
async def plain_client(model: str) -> AsyncIterator[Ask]:
    """Asks over aiohttp, with as many connections as there are questions at once."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def ask(question: Question) -> str:
            body = {
                "model": "stub",
                "messages": question.messages(),
                "temperature": question.temperature,
                "max_tokens": MAX_TOKENS,
                "response_format": question.form,
            }
            async with session.post(f"{model}/chat/completions", json=body) as response:
                response.raise_for_status()
                answer = await response.json()
                return str(answer["choices"][0]["message"]["content"])

        yield ask


@asynccontextmanager
async def usual_client(model: str) -> AsyncIterator[Ask]:
    """Asks by LangChain's client for servers with the API of OpenAI, as it comes."""
    chat = ChatOpenAI(
        model="stub",
        base_url=model,
        api_key=SecretStr("none"),
        max_completion_tokens=MAX_TOKENS,
        max_retries=0,
        timeout=WAIT_SECONDS,
    )

    async def ask(question: Question) -> str:
        answer = await chat.bind(temperature=question.temperature, response_format=question.form).ainvoke(
            question.messages()
        )
        return str(answer.content)

    yield ask


CLIENTS = {"aiohttp": plain_client, "langchain": usual_client}


class Prompts:
    """Witan's prompts and schemas, as they are in its resources."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.files = {file.name: file.read_text() for file in folder.iterdir()}

    def question(self, template: str, schema: str, temperature: float, seat: int, **words: str) -> Question:
        words |= {"agent": f"agent-architect-{seat + 1:03}", "role": "architect", "number": str(seat + 1)}
        words |= {"seats": str(AGENTS), "assignment": STORY, "pack": "Nothing else is known."}
        form = {
            "type": "json_schema",
            "json_schema": {"name": schema, "strict": True, "schema": json.loads(self.files[f"{schema}.json"])},
        }
        return Question(self.fill("system.txt", words), self.fill(template, words), temperature, form)

    def fill(self, template: str, words: dict[str, str]) -> str:
        text = self.files[template]
        for name, word in words.items():
            text = text.replace("{{" + name + "}}", word)
        return text


class State(TypedDict, total=False):
    """What is said so far, by seat; a critique under the seat of whom it is about."""

    proposals: Annotated[dict[int, str], operator.or_]
    critiques: Annotated[dict[int, str], operator.or_]
    revisions: Annotated[dict[int, str], operator.or_]
    ranking: list[int]


class Turn(TypedDict, total=False):
    """What one agent gets to see."""

    seat: int
    about: int
    draft: str
    critique: str


class Council:
    """The turns, and in which order they are taken."""

    def __init__(self, ask: Ask, prompts: Prompts) -> None:
        self.ask = ask
        self.prompts = prompts

    async def propose(self, state: Turn) -> State:
        question = self.prompts.question("plan-propose.txt", "plan_proposal", 0.7, state["seat"])
        return {"proposals": {state["seat"]: await self.ask(question)}}

    async def criticise(self, state: Turn) -> State:
        question = self.prompts.question("critique.txt", "critique", 0.2, state["seat"], draft=state["draft"])
        return {"critiques": {state["about"]: await self.ask(question)}}

    async def revise(self, state: Turn) -> State:
        said = json.loads(state["critique"])
        question = self.prompts.question(
            "revise.txt",
            "plan_proposal",
            0.4,
            state["seat"],
            draft=state["draft"],
            critique=said["critique"],
            score=str(said["score"]),
        )
        return {"revisions": {state["seat"]: await self.ask(question)}}

    @staticmethod
    def proposing(state: State) -> list[Send]:
        return [Send("propose", {"seat": seat}) for seat in range(AGENTS)]

    @staticmethod
    def criticising(state: State) -> list[Send]:
        neighbours = [(seat, (seat + 1) % AGENTS) for seat in range(AGENTS)]
        return [
            Send("criticise", {"seat": seat, "about": about, "draft": state["proposals"][about]})
            for seat, about in neighbours
        ]

    @staticmethod
    def revising(state: State) -> list[Send]:
        return [
            Send("revise", {"seat": seat, "draft": state["proposals"][seat], "critique": state["critiques"][seat]})
            for seat in range(AGENTS)
        ]

    @staticmethod
    def rank(state: State) -> State:
        tasks = {seat: len(json.loads(said)["tasks"]) for seat, said in state["revisions"].items()}
        scores = {seat: json.loads(said)["score"] for seat, said in state["critiques"].items()}
        return {"ranking": sorted(range(AGENTS), key=lambda seat: (-scores[seat], -tasks[seat], seat))}

    def graph(self, saver: AsyncSqliteSaver) -> Any:
        graph = StateGraph(State)
        graph.add_node("propose", self.propose)
        graph.add_node("criticise", self.criticise)
        graph.add_node("revise", self.revise)
        graph.add_node("all_proposed", lambda state: {})
        graph.add_node("all_criticised", lambda state: {})
        graph.add_node("rank", self.rank)
        graph.add_conditional_edges(START, self.proposing, ["propose"])
        graph.add_edge("propose", "all_proposed")
        graph.add_conditional_edges("all_proposed", self.criticising, ["criticise"])
        graph.add_edge("criticise", "all_criticised")
        graph.add_conditional_edges("all_criticised", self.revising, ["revise"])
        graph.add_edge("revise", "rank")
        graph.add_edge("rank", END)
        return graph.compile(checkpointer=saver)


async def hold(graph: Any) -> float:
    """Holds one council; answers how long it took, in milliseconds."""
    begun = time.perf_counter()
    place = {"configurable": {"thread_id": str(uuid.uuid4())}}
    end = await graph.ainvoke({"proposals": {}, "critiques": {}, "revisions": {}}, place, durability="sync")
    if len(end["ranking"]) != AGENTS:
        raise RuntimeError(f"a council ended without its ranking: {end}")
    return (time.perf_counter() - begun) * 1000


async def load(graph: Any, clients: int, seconds: float) -> dict[str, Any]:
    begun = time.perf_counter()

    async def client() -> list[float]:
        millis: list[float] = []
        while not millis or time.perf_counter() - begun < seconds:
            millis.append(await hold(graph))
        return millis

    taken = await asyncio.gather(*(client() for _ in range(clients)))
    return {"seconds": time.perf_counter() - begun, "millis": list(itertools.chain.from_iterable(taken))}


async def serve(settings: argparse.Namespace) -> None:
    prompts = Prompts(pathlib.Path(settings.prompts))
    async with (
        CLIENTS[settings.client](settings.model) as ask,
        AsyncSqliteSaver.from_conn_string(settings.database) as saver,
    ):
        graph = Council(ask, prompts).graph(saver)

        async def answer(request: web.Request) -> web.Response:
            asked = request.query
            return web.json_response(await load(graph, int(asked["clients"]), float(asked["seconds"])))

        application = web.Application()
        application.router.add_post("/load", answer)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", settings.port).start()
        print("READY", flush=True)
        await asyncio.Event().wait()


def settings() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--client", choices=CLIENTS, required=True)
    parser.add_argument("--model", required=True, help="address of a server with the API of OpenAI, with its /v1")
    parser.add_argument("--prompts", required=True, help="folder of Witan's prompts")
    parser.add_argument("--database", required=True, help="file of the SQLite saver")
    return parser.parse_args()


if __name__ == "__main__":
    uvloop.run(serve(settings()))
