package io.quanyi.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the properties of the description by which generated clients read every answer, also of a later version. */
class GeneratedClientsTests {

    private static final JsonNode DOCUMENT = JsonMapper.shared().valueToTree(ApiContract.yaml());
    private static final JsonNode SCHEMAS = DOCUMENT.at("/components/schemas");

    @Test
    void eachChoiceOfRecordsIsToldByAMember() {
        List<JsonNode> choices =
                SCHEMAS.valueStream().filter(schema -> schema.has("oneOf")).toList();
        assertThat(choices).hasSize(3);
        for (JsonNode choice : choices) {
            JsonNode discriminator = choice.path("discriminator");
            assertThat(discriminator.path("propertyName").asString()).isEqualTo("kind");
            List<String> mapped = discriminator
                    .path("mapping")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            List<String> choosable = choice.path("oneOf")
                    .valueStream()
                    .map(one -> one.path("$ref").asString())
                    .toList();
            assertThat(mapped).containsExactlyInAnyOrderElementsOf(choosable);
            discriminator.path("mapping").forEachEntry((kind, schema) -> {
                JsonNode record = DOCUMENT.at(schema.asString().substring(1));
                assertThat(texts(record.path("required"))).contains("kind");
                assertThat(texts(record.at("/properties/kind/enum"))).containsExactly(kind);
            });
        }
    }

    @Test
    void jsonStandsFirstWhereABodyHasOtherTypesToo() {
        List<List<String>> several = DOCUMENT.findParents("content").stream()
                .map(parent -> List.copyOf(parent.path("content").propertyNames()))
                .filter(types -> types.size() > 1 && types.contains("application/json"))
                .toList();
        assertThat(several)
                .hasSizeGreaterThan(1)
                .allSatisfy(types -> assertThat(types.get(0)).isEqualTo("application/json"));
    }

    @Test
    void anAnswerMayHaveMembersAndCodesThatAreNotDescribed() {
        for (String answer :
                List.of("DecisionAnswer", "BatchDecision", "BatchSheet", "BatchProblem", "ServiceProblem", "Problem")) {
            assertThat(SCHEMAS.path(answer).path("additionalProperties").asBoolean())
                    .as(answer)
                    .isTrue();
        }
        for (String code : List.of("Problem", "ProblemError", "Reason")) {
            JsonNode described = SCHEMAS.path(code).at("/properties/code");
            assertThat(described.has("enum")).as(code).isFalse();
            assertThat(texts(described.path("x-extensible-enum"))).isNotEmpty();
        }
        for (String member : List.of("/DecisionAnswer/properties/outcome", "/MatrixCell/properties/outcome")) {
            assertThat(SCHEMAS.at(member).has("enum")).as(member).isFalse();
            assertThat(texts(SCHEMAS.at(member + "/x-extensible-enum"))).contains("ENTITLED");
        }
        for (String request :
                List.of("CustomerRequest", "SheetRequest", "DecisionRequest", "BatchQuestion", "BatchSheetRequest")) {
            assertThat(SCHEMAS.path(request).path("additionalProperties").asBoolean(true))
                    .as(request)
                    .isFalse();
        }
    }

    /** A kind is told by the record that it stands in; a request has no members but those described. */
    @Test
    void noListOfAnAnswerIsClosed() {
        List<String> closed = new ArrayList<>();
        SCHEMAS.forEachEntry((name, schema) -> {
            if (schema.path("additionalProperties").asBoolean(true)) {
                schema.path("properties").forEachEntry((member, described) -> {
                    if (!member.equals("kind") && !described.findValues("enum").isEmpty()) {
                        closed.add(name + "." + member);
                    }
                });
            }
        });
        assertThat(closed).isEmpty();
        assertThat(DOCUMENT.at("/components/headers").findValues("enum")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Subscription, servedBy",
        "Subscription, projectPhase",
        "AskedQuestion, delivery",
        "SheetQuestion, delivery",
        "AskedBy, submittedBy"
    })
    void theValuesThatARequestMayHaveAreListed(String record, String member) {
        assertThat(SCHEMAS.path(record).path("properties").path(member).path("enum"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aValueBesideWhichACatalogueMayDeclareOthersIsAText() {
        JsonNode deployment = SCHEMAS.at("/Subscription/properties/deployment");
        assertThat(deployment.has("enum")).isFalse();
        assertThat(texts(deployment.path("x-extensible-enum"))).contains("on-premise");
        assertThat(deployment.path("x-declarable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PublishForm, catalogue", "PublishForm, policy", "PublishForm, calendars", "CalendarForm, calendars"})
    void aFileOfAFormIsSentOrNotAndNeverNull(String form, String part) {
        JsonNode file = SCHEMAS.path(form).path("properties").path(part);
        assertThat(file.path("type").asString()).isEqualTo("string");
        assertThat(file.path("format").asString()).isEqualTo("binary");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
