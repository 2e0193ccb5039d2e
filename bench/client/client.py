"""Reads single, sheet, batch, streamed and problem answers with the Python client that was generated. Argument: the address of the service."""

import datetime
import json
import sys

import openapi_client
import urllib3
from openapi_client import BatchAnswer, BatchDecision, BatchProblem, DecisionAnswer, Problem, ServiceProblem, SheetAnswer

AT = datetime.datetime.fromisoformat("2026-11-20T16:00:00+08:00")


def request(service, deployment=None, plan="preferred", **more):
    subscription = {"plan": plan, "deployment": deployment, "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"}
    question = {"at": AT.isoformat()}
    if service:
        question |= {"service": service, "severity": "normal"}
    return {"programme": "kingdee-galaxy-public", "subscription": subscription, "question": question} | more


def single(api):
    answer = api.decide(openapi_client.CustomerRequest.from_dict(request("issue-feedback", "public-cloud")))
    assert answer.kind == "decision" and answer.outcome == "ENTITLED" and answer.entitled is True
    assert answer.resolution is None and answer.window.closes_at is None and answer.charges == []
    assert answer.response.due_at == datetime.datetime.fromisoformat("2026-11-23T16:00:00+08:00")
    assert answer.reasons[0].code == "granted-by-inheritance"
    return answer


def problem(api):
    try:
        api.decide(openapi_client.CustomerRequest.from_dict(request("issue-feedback", plan="none")))
    except openapi_client.ApiException as e:
        told = Problem.from_json(e.body)
        assert (e.status, told.code, told.errors[0].pointer) == (422, "unknown-plan", "/subscription/plan"), told
    else:
        raise AssertionError("an unknown plan was taken")


def sheet(api):
    answer = api.list_entitlements(openapi_client.SheetRequest.from_dict(request(None)))
    entries = [entry.actual_instance for entry in answer.decisions]
    assert {type(entry) for entry in entries} == {DecisionAnswer, ServiceProblem}, entries
    assert {entry.code for entry in entries if isinstance(entry, ServiceProblem)} == {"missing-fact"}
    sheets = [openapi_client.BatchSheetRequest.from_dict(request(None, key="s"))]
    answered = api.list_entitlements_batch(sheets)[0].actual_instance
    assert answered.kind == "sheet" and answered.key == "s" and len(answered.sheet.decisions) == len(entries)
    return answer


def batch(api):
    questions = [request("issue-feedback", key="a"), request("issue-feedback", plan="none", key="b")]
    answers = api.decide_batch([openapi_client.BatchQuestion.from_dict(one) for one in questions])
    good, bad = [answer.actual_instance for answer in answers]
    assert isinstance(good, BatchDecision) and good.key == "a" and good.decision.entitled is True
    assert isinstance(bad, BatchProblem) and bad.key == "b" and bad.problem.code == "unknown-plan"
    return answers


def stream(address):
    """A line for each line, also for one that is no question; the stream goes on."""
    lines = [json.dumps(request("issue-feedback", key="a")), "{", json.dumps(request("issue-feedback", plan="none", key="b"))]
    read = [BatchAnswer.from_json(line).actual_instance for line in send("POST", f"{address}/v1/decisions/batch", "application/x-ndjson", "\n".join(lines) + "\n").splitlines()]
    assert read[0].decision.outcome == "ENTITLED", read[0]
    assert [one.problem.code for one in read[1:]] == ["malformed", "unknown-plan"], read


def problems(address):
    """The problem of each status that a caller without credentials can meet."""
    decisions = f"{address}/v1/decisions"
    for method, url, kind, body, status, code in [
        ("POST", decisions, "application/json", "{}", 400, "malformed"),
        ("GET", f"{address}/v1/programmes/nobody", "application/json", None, 404, "not-found"),
        ("PUT", decisions, "application/json", "{}", 405, "method-not-allowed"),
        ("POST", decisions, "application/json", " " * 2_000_000, 413, "body-too-large"),
        ("POST", decisions, "text/plain", "{}", 415, "unsupported-media-type"),
        ("POST", decisions, "application/json", json.dumps(request("issue-feedback", plan="none")), 422, "unknown-plan"),
    ]:
        told = Problem.from_json(send(method, url, kind, body))
        assert (told.status, told.code) == (status, code), told


def send(method, url, kind, body):
    return urllib3.request(method, url, body=body, headers={"Content-Type": kind}).data.decode()


def later(answer, listed):
    """What a later version may say: another member, and another code."""
    told = json.loads(answer.to_json())
    told["later"] = {"member": None}
    told["outcome"] = "LATER"
    told["reasons"][0]["code"] = "later-code"
    read = DecisionAnswer.from_json(json.dumps(told))
    assert read.outcome == "LATER" and read.reasons[0].code == "later-code"
    entries = json.loads(listed.to_json())
    entries["decisions"][0]["later"] = 1
    assert len(SheetAnswer.from_json(json.dumps(entries)).decisions) == len(entries["decisions"])


with openapi_client.ApiClient(openapi_client.Configuration(host=sys.argv[1])) as connection:
    decisions = openapi_client.DecisionsApi(connection)
    later(single(decisions), sheet(decisions))
    problem(decisions)
    batch(decisions)
    stream(sys.argv[1])
    problems(sys.argv[1])
    programmes = openapi_client.ProgrammesApi(connection)
    for programme in programmes.list_programmes().programmes:
        programmes.show_catalogue(programme.id)
        programmes.show_matrix(programme.id)
        releases = openapi_client.ReleasesApi(connection)
        releases.list_releases(programme.id)
        assert b"plans:" in releases.download_catalogue(programme.id) and releases.download_policy(programme.id)[:2] == b"PK"
print("python reads every answer")
