"""The Ray Serve application: HTTP in front of the registry. Replicas hold nothing."""

import hmac
import os
from functools import cache
from typing import Annotated, Any, cast

import httpx
from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from ray import serve
from ray.actor import ActorHandle
from ray.exceptions import RayActorError
from ray.serve import Application

from witan_ray.loopback import close_replica
from witan_ray.registry import registry
from witan_ray.settings import Settings
from witan_ray.turns import Turn

# Seconds after which somebody who was refused may come again.
RETRY_AFTER = {"Retry-After": "2"}
LONGEST_WAIT = 30.0
# Requests that one replica has under way; most of them wait for the end of a turn.
REQUESTS = 2_000
# Seconds that the model server may take to say that it is there.
HEALTH_LIMIT = 3.0
TRACE = ("traceparent", "tracestate")

Wait = Annotated[float, Query(ge=0, le=LONGEST_WAIT)]


class Asked(BaseModel):
    """The body of a submission; see Turn."""

    key: str = Field(min_length=1, max_length=300)
    group: str = Field(min_length=1, max_length=300)
    chat: dict[str, Any]
    deadline: float = Field(gt=0, allow_inf_nan=False)
    endpoint: str | None = None


@cache
def settings() -> Settings:
    """Of this process."""
    return Settings.of(os.environ)


@cache
def token() -> str:
    """What every caller has to send."""
    return settings().token()


async def allowed(request: Request) -> None:
    """Serve itself lets everybody in."""
    sent = request.headers.get("authorization", "")
    if not hmac.compare_digest(sent.encode(), f"Bearer {token()}".encode()):
        raise HTTPException(401, "a token is needed: Authorization: Bearer TOKEN")


async def bad_input(_: Request, wrong: Exception) -> JSONResponse:
    """Names each field, what was sent, and what would be right."""
    found = cast(RequestValidationError, wrong).errors()
    return JSONResponse({"detail": "; ".join(map(told, found))}, 400)


def told(error: dict[str, Any]) -> str:
    """One mistake in a sentence."""
    field = ".".join(str(part) for part in error["loc"][1:]) or "body"
    if error["type"] == "missing":
        return f"{field} is missing"
    if error["type"] == "json_invalid":
        return f"body is no JSON at character {field}: {error['ctx']['error']}"
    return f"{field} is {str(error['input'])[:100]!r}: {error['msg']}"


def known(turn: dict[str, Any] | None, key: str) -> dict[str, Any]:
    """The turn, or 404 where there is none."""
    if turn is None:
        raise HTTPException(404, f'no turn has the key "{key}": never heard of, forgotten, or lost')
    return turn


def away(what: str) -> HTTPException:
    """Something is not there now and may be soon."""
    return HTTPException(503, what, RETRY_AFTER)


api = FastAPI(
    title="Witan turns on Ray",
    openapi_url=None,
    exception_handlers={RequestValidationError: bad_input},
)
guarded = [Depends(allowed)]


@serve.deployment
@serve.ingress(api)
class Turns:
    """The edge. Whatever it is asked it asks the registry."""

    def __init__(self) -> None:
        if settings().alone:
            close_replica()
        token()  # Nobody is let in without one, so there is no start without one.
        self._registry: ActorHandle[Any] = registry(settings())
        self._client = httpx.AsyncClient(timeout=HEALTH_LIMIT)

    @api.get("/health")
    async def health(self) -> dict[str, str]:
        """Whether the registry and the model server answer."""
        await self._ask("stats")
        try:
            models = await self._client.get(f"{settings().endpoint}/models")
            models.raise_for_status()
        except httpx.HTTPError as broken:
            raise away(f"the model server does not answer: {broken!r}") from broken
        return {"status": "healthy"}

    @api.post("/turns", status_code=202, dependencies=guarded)
    async def submit(self, asked: Asked, request: Request, response: Response, wait: Wait = 0.0) -> dict[str, Any]:
        """Takes a turn: 202, or 200 when it has ended, or 429 when there is no place for it."""
        try:
            endpoint = settings().endpoint_for(asked.endpoint)
        except ValueError as unknown:
            raise HTTPException(400, str(unknown)) from unknown
        trace = {name: request.headers[name] for name in TRACE if name in request.headers}
        turn = Turn(asked.key, asked.group, asked.chat, asked.deadline, endpoint, trace)
        submitted: dict[str, Any] | None = await self._ask("submit", turn, wait)
        if submitted is None:
            raise HTTPException(429, "all slots are taken, and the queue is full", RETRY_AFTER)
        if submitted["ended_at"] is not None:
            response.status_code = 200
        return submitted

    @api.get("/turns", dependencies=guarded)
    async def active(self) -> dict[str, Any]:
        """All that run or wait."""
        return {"items": await self._ask("active")}

    @api.get("/turns/{key:path}", dependencies=guarded)
    async def find(self, key: str, wait: Wait = 0.0) -> dict[str, Any]:
        """Status, progress, and the answer when there is one; waits up to ``wait`` seconds for it."""
        return known(await self._ask("find", key, wait), key)

    @api.delete("/turns/{key:path}", dependencies=guarded)
    async def cancel(self, key: str) -> dict[str, Any]:
        """Ends it, and frees what it holds."""
        return known(await self._ask("cancel", key), key)

    @api.get("/stats", dependencies=guarded)
    async def stats(self) -> dict[str, int | float]:
        """Counts since the registry was started, and how full it is."""
        stats: dict[str, int | float] = await self._ask("stats")
        return stats

    async def _ask(self, method: str, *arguments: object) -> Any:
        try:
            return await getattr(self._registry, method).remote(*arguments)
        except RayActorError as died:
            self._registry = registry(settings())
            raise away(f"the registry is being restarted: {died}") from died


def application(settings: Settings, variables: dict[str, str]) -> Application:
    """Ready to be run by Serve.

    variables: what its processes find in their environment: those the settings are made of.
    """
    return Turns.options(  # type: ignore[attr-defined,no-any-return]
        num_replicas=settings.replicas,
        max_ongoing_requests=REQUESTS,
        max_queued_requests=REQUESTS,
        ray_actor_options={"num_cpus": 0, "runtime_env": {"env_vars": variables}},
    ).bind()
