package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AskedBy;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema by which editors help authors says the same as the reader of case files. */
class CaseSchemaTests {

    private static final Path RULES = Path.of("rules");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(read(RULES.resolve("cases.schema.json")));

    static Stream<String> files() {
        return SourceTree.ofFolder(RULES).under("").stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith(CaseFile.SUFFIX));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("/$defs/subscription", Subscription.class),
                Arguments.of("/$defs/question", AskedQuestion.class),
                Arguments.of("/$defs/question/properties/requester/anyOf/0", AskedBy.class),
                Arguments.of("/$defs/contract/anyOf/0", Contract.class),
                Arguments.of("/$defs/term", AgreedTerm.class),
                Arguments.of("/$defs/subscription/properties/usage/items", Usage.class),
                Arguments.of("/$defs/subscription/properties/firstPurchase/anyOf/0", FirstPurchase.class),
                Arguments.of("/$defs/case", CaseFile.Entry.class));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCaseFileIsOfTheSchema(String path) {
        assertThat(errors(read(RULES.resolve(path)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theSchemaKnowsEveryMemberOfARequestAndNoOther(String pointer, Class<?> type) {
        assertThat(members(pointer)).containsExactlyInAnyOrderElementsOf(components(type));
    }

    @Test
    void theSchemaKnowsEveryMemberOfAnAnswerAndTheProblem() {
        List<String> answer = components(Decision.class);
        assertThat(members("/$defs/expectation"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(answer.stream(), Stream.of("problem")).toList());
    }

    @Test
    void theSchemaKnowsEveryOutcome() {
        assertThat(SCHEMA.getSchemaNode().at("/$defs/expectation/properties/outcome/enum"))
                .extracting(node -> node.asString())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Result.values()).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "question: { service: help } | question: { servise: help }",
                "expect: { outcome: ENTITLED } | expect: { outcome: YES }",
                "expect: { outcome: ENTITLED } | expect: {}",
                "expect: { outcome: ENTITLED } | expect: { outcome: ENTITLED, problem: { status: 422 } }",
                "expect: { outcome: ENTITLED } | expected: { outcome: ENTITLED }",
                "subscription: { plan: low } | given2: low",
                "subscription: { plan: low } | subscription: { plan: [low] }",
                "fires: [R-1] | fires: R-1",
                "fires: [R-1] | fires: [r one]",
                "name: a case | name: ''"
            })
    void whatTheReaderWouldRefuseIsRefused(String text, String other) {
        String good = """
                cases:
                  - name: a case
                    subscription: { plan: low }
                    question: { service: help }
                    expect: { outcome: ENTITLED }
                    fires: [R-1]
                """;
        assertThat(errors(good)).isEmpty();
        assertThat(good).contains(text);
        assertThat(errors(good.replace(text, other))).isNotEmpty();
    }

    private static List<String> errors(String yaml) {
        return SCHEMA.validate(json(Written.yaml(yaml)), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<String> members(String pointer) {
        return List.copyOf(SCHEMA.getSchemaNode().at(pointer + "/properties").propertyNames());
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** As an editor understands it: plain scalars by their looks. */
    private static String json(Tree tree) {
        if (tree instanceof Tree.Obj object) {
            return object.members().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ":" + json(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (tree instanceof Tree.Arr array) {
            return array.items().stream().map(CaseSchemaTests::json).collect(Collectors.joining(",", "[", "]"));
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return switch (scalar.kind()) {
            case NULL -> "null";
            case PLAIN ->
                scalar.text().matches("true|false|-?(0|[1-9]\\d*)(\\.\\d+)?") ? scalar.text() : quoted(scalar.text());
            default -> quoted(scalar.text());
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
