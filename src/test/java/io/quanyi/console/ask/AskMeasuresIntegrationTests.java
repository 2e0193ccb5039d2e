package io.quanyi.console.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The screens of a programme whose catalogue declares measures. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"quanyi.console.enabled=true", "quanyi.rules=src/test/resources/io/quanyi/measure/rules"})
class AskMeasuresIntegrationTests {

    private static final String ASK = "/console/acme-platform/ask";
    private static final String ENGINEER = ASK + "?subscription.plan=production&question.service=named-engineer";

    @LocalServerPort
    private int port;

    private PageClient reader;

    @BeforeEach
    void reader() {
        reader = new PageClient("http://127.0.0.1:" + port, "none", "en");
    }

    @Test
    void theNumberThatTheAnswerWaitsForIsAFieldWithItsName() {
        assertThat(reader.page(ENGINEER)).contains("Subscriptions", "name=\"subscription.measures.subscriptions\"");
        assertThat(reader.page(ENGINEER + "&subscription.measures.subscriptions=251"))
                .contains("value=\"251\"", "Customers with more than 250 subscriptions have a named engineer");
        assertThat(reader.page(ENGINEER + "&subscription.measures.subscriptions=many"))
                .contains("is not a decimal number");
        assertThat(reader.page(ENGINEER + "&subscription.measures.5=1")).containsIgnoringCase("unknown measure");
    }

    @Test
    void aPastedRequestKeepsItsMeasures() {
        String pasted = """
                {"subscription": {"plan": "production", "measures": {"subscriptions": 251}},
                 "question": {"service": "tickets", "measures": {"cores": 64.5}}}
                """;
        assertThat(reader.post(ASK, Map.of("pasted", pasted)).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address)
                        .contains("subscription.measures.subscriptions=251", "question.measures.cores=64.5"));
    }

    @Test
    void aServiceThatIsSoldOrLeftOpenForADeclaredReasonIsSaidWithIt() {
        String ask = "/console/harbor-care/ask?subscription.plan=care&subscription.deployment=edge&question.service=";
        assertThat(reader.page(ask + "visit")).contains("Visit can be had for a fee. Sold per incident.");
        assertThat(reader.page(ask + "advice"))
                .contains("The document does not decide about Advice. The support desk decides in each case.");
        assertThat(reader.page(ask + "upgrade"))
                .contains("No: Upgrade is not covered. This release is no longer supported.");
    }

    @Test
    void theMatrixAndTheCustomerNameTheMeasure() {
        assertThat(reader.page("/console/acme-platform/matrix")).contains("Cores of the cluster", "Subscriptions");
        assertThat(reader.page("/console/acme-platform/customer?subscription.plan=production"))
                .contains("name=\"subscription.measures.subscriptions\"");
    }
}
