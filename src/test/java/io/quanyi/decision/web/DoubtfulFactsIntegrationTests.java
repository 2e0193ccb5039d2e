package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Facts that hardly go together, and names in other spellings. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DoubtfulFactsIntegrationTests {

    private static final String YONSUITE = """
            {"programme": "yonsuite-premier-success",
             "subscription": {"plan": "premier", "serviceStart": "2025-01-01", "serviceEnd": "%s", "serviceRenewed": true},
             "question": {"service": "%s", "at": "2026-06-01T10:00:00+08:00", "requestedStart": "2027-02-01", "language": "en"}}""";

    @LocalServerPort
    private int port;

    @Test
    void eachIsWarnedAboutInWords() {
        assertThat(decide(YONSUITE.formatted("2026-12-31", "hotline"))
                        .json()
                        .path("warnings")
                        .toString())
                .contains("The requested start is after the end of the service, 2026-12-31")
                .contains("The service is given in another language than the one requested: Chinese");
        assertThat(decide(YONSUITE.formatted("2026-05-31", "hotline"))
                        .json()
                        .path("warnings")
                        .toString())
                .contains("The service was renewed, and ended on 2026-05-31");
    }

    @ParameterizedTest
    @CsvSource({
        "YonSuite, product-of-sibling",
        "yonsuite, product-of-sibling",
        "用友 U8, product-of-sibling",
        "Yonyou T+, product-of-sibling",
        "YS, product-of-sibling",
        "金蝶雲・星空, ",
        "金蝶KIS專業版, "
    })
    void aProductIsKnownHoweverItsNameIsWritten(String product, String code) {
        Answer answer = decide("""
                {"programme": "kingdee-premium-success",
                 "subscription": {"plan": "premium", "product": "%s"},
                 "question": {"service": "community", "at": "2026-06-01T10:00:00+08:00"}}""".formatted(product));

        assertThat(answer.status()).isEqualTo(code == null ? 200 : 422);
        assertThat(answer.json().at("/errors/0/code").asString("")).isEqualTo(code == null ? "" : code);
    }

    @Test
    void aProductOfASiblingIsToldByEachOfItsNames() {
        Map<String, JsonNode> catalogues = catalogues();
        assertThat(catalogues).hasSizeGreaterThanOrEqualTo(6);
        catalogues.forEach((programme, catalogue) -> {
            List<String> own = catalogue
                    .path("products")
                    .valueStream()
                    .map(product -> product.path("id").asString())
                    .toList();
            catalogues.values().stream()
                    .flatMap(sibling -> sibling.path("products").valueStream())
                    .forEach(product -> names(product)
                            .forEach(name -> assertThat(told(programme, catalogue, name))
                                    .as("%s under %s", name, programme)
                                    .isEqualTo(!own.contains(product.path("id").asString()))));
        });
    }

    private boolean told(String programme, JsonNode catalogue, String product) {
        Answer answer = decide("""
                {"programme": "%s", "subscription": {"plan": "%s", "product": "%s"},
                 "question": {"service": "%s", "at": "2026-06-01T10:00:00+08:00"}}""".formatted(
                        programme,
                        catalogue.at("/plans/0/id").asString(),
                        product,
                        catalogue.at("/services/0/id").asString()));
        List<String> errors = answer.status() == 200 ? List.of() : answer.errors();
        assertThat(errors).doesNotContain("/subscription/product unknown-product");
        return errors.contains("/subscription/product product-of-sibling");
    }

    private Map<String, JsonNode> catalogues() {
        ApiClient client = new ApiClient(port);
        return client.get("/v1/programmes")
                .json()
                .path("programmes")
                .valueStream()
                .map(programme -> programme.path("id").asString())
                .collect(Collectors.toMap(
                        id -> id,
                        id -> client.get("/v1/programmes/" + id + "/catalogue", "Accept-Language", "zh-CN")
                                .json()));
    }

    private static Stream<String> names(JsonNode product) {
        return Stream.concat(
                Stream.of(product.path("id").asString(), product.path("name").asString()),
                product.path("aliases").valueStream().map(JsonNode::asString));
    }

    @Test
    void personDaysAreMeantForAllUsesTogether() {
        String request = """
                {"programme": "kingdee-galaxy-public",
                 "subscription": {"plan": "exclusive", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31", "usage": []},
                 "question": {"service": "code-diagnosis", "quantity": 2, "personDays": %s, "at": "2026-06-01T10:00:00+08:00"}}""";

        assertThat(decide(request.formatted("4")).json().path("outcome").asString())
                .isEqualTo("ENTITLED");
        assertThat(decide(request.formatted("4.01"))
                        .json()
                        .at("/reasons/0/code")
                        .asString())
                .isEqualTo("limit-reached");
    }

    private Answer decide(String request) {
        return new ApiClient(port).decide(request, "Accept-Language", "en");
    }
}
