"""Reads single, sheet, batch and problem answers with the Python client that was generated. Argument: the address of the service."""

import datetime
import json
import sys

import openapi_client
from openapi_client import BatchDecision, BatchProblem, DecisionAnswer, Problem, ServiceProblem, SheetAnswer

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
    programmes = openapi_client.ProgrammesApi(connection)
    for programme in programmes.list_programmes().programmes:
        programmes.show_catalogue(programme.id)
        programmes.show_matrix(programme.id)
        releases = openapi_client.ReleasesApi(connection)
        releases.list_releases(programme.id)
        assert b"plans:" in releases.download_catalogue(programme.id) and releases.download_policy(programme.id)[:2] == b"PK"
print("python reads every answer")
