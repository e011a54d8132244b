"""Checks an audit export without Witan: verify-audit.py EXPORT [HEADS], HEADS from GET /api/v1/audit/heads."""
import hashlib, json, sys

hashes = {}
for line in open(sys.argv[1], encoding="utf-8"):
    entry = json.loads(line)
    body = json.loads(entry["body"])
    chain, place = (body["kind"], body["id"]), body["sequence"]
    assert hashlib.sha256(entry["body"].encode()).hexdigest() == entry["hash"], f"{chain} {place}: not its hash"
    assert body["previous"] == hashes.get((chain, place - 1), ""), f"{chain} {place}: not after the one before"
    hashes[chain, place] = entry["hash"]
for line in open(sys.argv[2], encoding="utf-8") if len(sys.argv) > 2 else []:
    for head in json.loads(line)["signed"]["heads"]:
        place = (head["kind"], head["id"]), head["sequence"]
        assert hashes.get(place) == head["hash"], f"{place}: signed, and gone or other"
print(len(hashes), "entries hold")
