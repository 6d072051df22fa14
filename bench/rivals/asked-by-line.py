"""Recoll's library, asked line by line: a page of hits with their passages, or the addresses of all."""
import json
import sys

from recoll import recoll

index = recoll.connect(confdir=sys.argv[1])
print("ready", flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    query = index.query()
    try:
        total = query.execute(asked["text"], stemming=1, stemlang="english")
    except Exception as why:
        print(json.dumps({"refused": str(why)}), flush=True)
        continue
    if asked["page"]:
        hits = query.fetchmany(asked["page"])
        answer = {"total": total, "passages": [query.makedocabstract(hit) for hit in hits]}
    else:
        answer = {"found": [hit.url for hit in query]}
    print(json.dumps(answer), flush=True)
