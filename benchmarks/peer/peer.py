"""CreateStory as a small asynchronous service would do it: a hash in Redis, a node in Neo4j, a message in JetStream.

The three are written one after the other on each call, and the caller is answered when JetStream has acknowledged.
There are no rules, no tokens, no audit trail and no outbox: what is written before a crash is not undone, and a story
can be in one store and missing in the next. It is the other side of the benchmark create-story, and nothing else.
"""

import argparse
import asyncio
import json
import pathlib
import uuid
from datetime import datetime, timezone

import grpc.aio
import nats
import neo4j
import redis.asyncio
import uvloop
from fleet.planning.v2 import planning_pb2 as messages
from fleet.planning.v2 import planning_pb2_grpc as services

CONNECTIONS = 64
STREAM = "PLANNING_EVENTS"
CONSTRAINT = "CREATE CONSTRAINT story_id IF NOT EXISTS FOR (s:Story) REQUIRE s.id IS UNIQUE"
NODE = "MERGE (s:Story {id: $id}) SET s.state = $state, s.title = $title, s.created_by = $created_by"


class Planning(services.PlanningServiceServicer):
    def __init__(self, cache, graph, stream):
        self.cache = cache
        self.graph = graph
        self.stream = stream

    async def CreateStory(self, request, context):
        now = datetime.now(timezone.utc).isoformat()
        story = messages.Story(
            story_id=f"s-{uuid.uuid4()}",
            epic_id=request.epic_id,
            title=request.title,
            brief=request.brief,
            state="DRAFT",
            created_by=request.created_by,
            created_at=now,
            updated_at=now,
        )
        await self.write_details(story)
        await self.write_node(story)
        await self.publish(story)
        return messages.CreateStoryResponse(story=story, success=True, message=f"Story created: {story.story_id}")

    async def write_details(self, story):
        details = {field.name: getattr(story, field.name) for field in story.DESCRIPTOR.fields}
        await self.cache.hset(f"planning:story:{story.story_id}", mapping=details)

    async def write_node(self, story):
        async with self.graph.session(database="neo4j") as session:
            await session.execute_write(self.merge, story)

    @staticmethod
    async def merge(transaction, story):
        result = await transaction.run(
            NODE, id=story.story_id, state=story.state, title=story.title, created_by=story.created_by
        )
        await result.consume()

    async def publish(self, story):
        event = {
            "event_type": "story.created",
            "story_id": story.story_id,
            "title": story.title,
            "created_by": story.created_by,
            "timestamp": story.created_at,
        }
        await self.stream.publish("planning.story.created", json.dumps(event).encode())


async def serve(settings):
    cache = redis.asyncio.Redis(port=settings.redis, max_connections=CONNECTIONS)
    await cache.ping()
    password = pathlib.Path(settings.password_file).read_text().strip()
    graph = neo4j.AsyncGraphDatabase.driver(
        settings.neo4j, auth=("neo4j", password), max_connection_pool_size=CONNECTIONS
    )
    await graph.execute_query(CONSTRAINT)
    stream = (await nats.connect(settings.nats)).jetstream()
    await stream.add_stream(name=STREAM, subjects=["planning.>"])
    server = grpc.aio.server()
    services.add_PlanningServiceServicer_to_server(Planning(cache, graph, stream), server)
    server.add_insecure_port(f"127.0.0.1:{settings.port}")
    await server.start()
    print("READY", flush=True)
    await server.wait_for_termination()


def settings():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--redis", type=int, required=True)
    parser.add_argument("--neo4j", required=True)
    parser.add_argument("--password-file", required=True)
    parser.add_argument("--nats", required=True)
    return parser.parse_args()


if __name__ == "__main__":
    uvloop.run(serve(settings()))
