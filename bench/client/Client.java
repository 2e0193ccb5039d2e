import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.DecisionsApi;
import org.openapitools.client.api.ProgrammesApi;
import org.openapitools.client.api.ReleasesApi;
import org.openapitools.client.model.BatchAnswer;
import org.openapitools.client.model.BatchQuestion;
import org.openapitools.client.model.BatchSheetRequest;
import org.openapitools.client.model.DecisionAnswer;
import org.openapitools.client.model.CustomerRequest;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.ProgrammeEntry;
import org.openapitools.client.model.SheetAnswer;
import org.openapitools.client.model.SheetRequest;

/** Reads single, sheet, batch, streamed and problem answers with the Java client that was generated. Argument: the address of the service. */
public final class Client {

    private static final String AT = "2026-11-20T16:00:00+08:00";

    private final DecisionsApi api;

    private Client(DecisionsApi api) {
        this.api = api;
    }

    public static void main(String[] arguments) throws Exception {
        ApiClient connection = new ApiClient().setBasePath(arguments[0]);
        Client client = new Client(new DecisionsApi(connection));
        client.single();
        client.sheet();
        later(arguments[0]);
        client.problem();
        client.batch();
        stream(arguments[0]);
        problems(arguments[0]);
        ProgrammesApi programmes = new ProgrammesApi(connection);
        ReleasesApi releases = new ReleasesApi(connection);
        for (ProgrammeEntry programme :
                programmes.listProgrammes(null, null, null).getProgrammes()) {
            programmes.showCatalogue(programme.getId(), null, null, null, null, null);
            programmes.showMatrix(programme.getId(), null, null, null, null, null);
            releases.listReleases(programme.getId(), null, null, null);
            same(true, Files.readString(releases.downloadCatalogue(programme.getId(), null, null, null, null, null).toPath())
                    .contains("plans:"));
        }
        System.out.println("java reads every answer");
    }

    private static String request(String asked, String plan, String more) {
        return "{\"programme\": \"kingdee-galaxy-public\", \"subscription\": {\"plan\": \"" + plan
                + "\", \"deployment\": \"public-cloud\", \"serviceStart\": \"2026-01-01\", \"serviceEnd\": \"2026-12-31\"},"
                + " \"question\": {\"at\": \"" + AT + "\"" + asked + "}" + more + "}";
    }

    private static String question(String plan, String more) {
        return request(", \"service\": \"issue-feedback\", \"severity\": \"normal\"", plan, more);
    }

    private void single() throws Exception {
        DecisionAnswer answer = api.decide(CustomerRequest.fromJson(question("preferred", "")), null, null);
        same("ENTITLED", answer.getOutcome());
        same(true, answer.getEntitled());
        same(null, answer.getResolution());
        same(null, answer.getWindow().getClosesAt());
        same(List.of(), answer.getCharges());
        same(OffsetDateTime.parse("2026-11-23T16:00:00+08:00").toInstant(), answer.getResponse().getDueAt().toInstant());
        same("granted-by-inheritance", answer.getReasons().get(0).getCode());
    }

    private void problem() throws Exception {
        try {
            api.decide(CustomerRequest.fromJson(question("none", "")), null, null);
        } catch (ApiException e) {
            Problem told = Problem.fromJson(e.getResponseBody());
            same(422, e.getCode());
            same("unknown-plan", told.getCode());
            same("/subscription/plan", told.getErrors().get(0).getPointer());
            return;
        }
        throw new IllegalStateException("an unknown plan was taken");
    }

    private void sheet() throws Exception {
        SheetAnswer answer = api.listEntitlements(SheetRequest.fromJson(request("", "preferred", "")), null, null);
        long decided = answer.getDecisions().stream()
                .filter(one -> one.getActualInstance() instanceof DecisionAnswer)
                .count();
        same(true, decided > 0 && decided < answer.getDecisions().size());
        BatchSheetRequest asked = BatchSheetRequest.fromJson(request("", "preferred", ", \"key\": \"s\""));
        same(
                answer.getDecisions().size(),
                api.listEntitlementsBatch(List.of(asked), null, null)
                        .get(0)
                        .getBatchSheet()
                        .getSheet()
                        .getDecisions()
                        .size());
    }

    private void batch() throws Exception {
        List<BatchAnswer> answers = api.decideBatch(
                List.of(
                        BatchQuestion.fromJson(question("preferred", ", \"key\": \"a\"")),
                        BatchQuestion.fromJson(question("none", ", \"key\": \"b\""))),
                null,
                null);
        same("a", answers.get(0).getBatchDecision().getKey());
        same(true, answers.get(0).getBatchDecision().getDecision().getEntitled());
        same("b", answers.get(1).getBatchProblem().getKey());
        same("unknown-plan", answers.get(1).getBatchProblem().getProblem().getCode());
    }

    /** What a later version may say: another member, and another code. The client leaves nulls out of its own JSON, so the service's is read. */
    private static void later(String address) throws Exception {
        JsonObject told = answer(address + "/v1/decisions", question("preferred", ""));
        told.add("later", new JsonObject());
        told.addProperty("outcome", "LATER");
        told.getAsJsonArray("reasons").get(0).getAsJsonObject().addProperty("code", "later-code");
        DecisionAnswer read = DecisionAnswer.fromJson(told.toString());
        same("LATER", read.getOutcome());
        same("later-code", read.getReasons().get(0).getCode());
        JsonObject listed = answer(address + "/v1/entitlements", request("", "preferred", ""));
        listed.addProperty("later", 1);
        same(
                listed.getAsJsonArray("decisions").size(),
                SheetAnswer.fromJson(listed.toString()).getDecisions().size());
    }

    /** A line for each line, also for one that is no question; the stream goes on. */
    private static void stream(String address) throws Exception {
        String lines = question("preferred", ", \"key\": \"a\"") + "\n{\n" + question("none", ", \"key\": \"b\"") + "\n";
        HttpRequest post = HttpRequest.newBuilder(URI.create(address + "/v1/decisions/batch"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        List<BatchAnswer> answers = HttpClient.newHttpClient()
                .send(post, BodyHandlers.ofLines())
                .body()
                .map(Client::batchAnswer)
                .toList();
        same("ENTITLED", answers.get(0).getBatchDecision().getDecision().getOutcome());
        same("malformed", answers.get(1).getBatchProblem().getProblem().getCode());
        same("unknown-plan", answers.get(2).getBatchProblem().getProblem().getCode());
    }

    private static BatchAnswer batchAnswer(String line) {
        try {
            return BatchAnswer.fromJson(line);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The problem of each status that a caller without credentials can meet. */
    private static void problems(String address) throws Exception {
        problem("POST", address + "/v1/decisions", "application/json", "{}", 400, "malformed");
        problem("GET", address + "/v1/programmes/nobody", "application/json", null, 404, "not-found");
        problem("PUT", address + "/v1/decisions", "application/json", "{}", 405, "method-not-allowed");
        problem("POST", address + "/v1/decisions", "application/json", " ".repeat(2_000_000), 413, "body-too-large");
        problem("POST", address + "/v1/decisions", "text/plain", "{}", 415, "unsupported-media-type");
        problem("POST", address + "/v1/decisions", "application/json", question("none", ""), 422, "unknown-plan");
    }

    private static void problem(String method, String address, String type, String body, int status, String code)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        Problem told = Problem.fromJson(
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
        same(status, told.getStatus());
        same(code, told.getCode());
    }

    private static JsonObject answer(String address, String request) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request))
                .build();
        String text = HttpClient.newHttpClient().send(post, BodyHandlers.ofString()).body();
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void same(Object expected, Object read) {
        if (!Objects.equals(expected, read)) {
            throw new IllegalStateException("read " + read + " in the place of " + expected);
        }
    }
}
