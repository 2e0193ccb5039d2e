package io.quanyi.web.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.web.HttpProperties;
import io.quanyi.web.ProblemWriter;
import io.quanyi.web.page.ProblemPages;
import io.quanyi.wire.WireFormat;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Requests are let in as long as there is memory for them. */
class RequestMemoryFilterTests {

    private static final long LINE = 1000;
    private static final long FORM = 10_000;
    private static final long FLAT = RequestMemory.FLAT;

    @Test
    void whatIsAnnouncedBeyondTheMemoryIsRefusedBeforeItIsRead() throws Exception {
        MemoryBudget budget = new MemoryBudget(FLAT + 2 * 1000);
        assertThat(answer(budget, json(1000), reading()).getStatus()).isEqualTo(200);
        MockHttpServletResponse refused = answer(budget, json(1001), (request, response) -> {
            throw new AssertionError("passed");
        });
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("\"code\":\"too-much-at-once\"");
        assertThat(budget.taken()).isZero();
    }

    @Test
    void nobodyWaitsForTheMemoryThatOthersHave() throws Exception {
        MemoryBudget budget = new MemoryBudget(FLAT);
        answer(
                budget,
                json(0),
                (request, response) -> assertThat(
                                answer(budget, json(0), reading()).getStatus())
                        .isEqualTo(503));
        assertThat(answer(budget, json(0), reading()).getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsMadeOfABodyIsHeldBeforeItIsMade() throws Exception {
        MemoryBudget budget = new MemoryBudget(100 * FLAT);
        AtomicLong held = new AtomicLong();
        answer(budget, json(1000), (request, response) -> {
            request.getInputStream().readAllBytes();
            held.set(budget.taken());
        });
        assertThat(held).hasValue(FLAT + 1000 * RequestMemory.PARSED);
        assertThat(budget.taken()).isZero();
    }

    @Test
    void aBodyThatIsNotAnnouncedIsRefusedWhenThereIsNoMoreRoom() {
        MemoryBudget budget = new MemoryBudget(FLAT + 2 * 1000 - 1);
        MockHttpServletRequest chunked = json(1000);
        assertThatExceptionOfType(MemoryUsedUp.class)
                .isThrownBy(() -> bound(budget)
                        .doFilter(
                                unannounced(chunked),
                                new MockHttpServletResponse(),
                                (request, response) -> request.getInputStream().readAllBytes()));
        assertThat(budget.taken()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"application/x-ndjson, 34000", "multipart/form-data, 8000"})
    void linesAndFormsAreHeldBeforeTheyAreRead(String type, long bytes) throws Exception {
        for (long more : new long[] {0, -1}) {
            MockHttpServletRequest request = json(2000);
            request.setContentType(type);
            MemoryBudget budget = new MemoryBudget(FLAT + bytes + more);
            assertThat(answer(budget, request, reading()).getStatus()).isEqualTo(more == 0 ? 200 : 503);
            assertThat(budget.taken()).isZero();
        }
    }

    @Test
    void healthIsAskedWithoutMemory() throws Exception {
        MockHttpServletRequest health = new MockHttpServletRequest("GET", "/actuator/health");
        assertThat(answer(new MemoryBudget(0), health, reading()).getStatus()).isEqualTo(200);
    }

    private static FilterChain reading() {
        return (request, response) -> request.getInputStream();
    }

    private static MockHttpServletResponse answer(
            MemoryBudget budget, MockHttpServletRequest request, FilterChain chain)
            throws jakarta.servlet.ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        bound(budget).doFilter(request, response, chain);
        return response;
    }

    private static RequestMemoryFilter bound(MemoryBudget budget) {
        MultipartProperties forms = new MultipartProperties();
        forms.setMaxRequestSize(DataSize.ofBytes(FORM));
        HttpProperties http = new HttpProperties(
                DataSize.ofMegabytes(1),
                500,
                DataSize.ofBytes(LINE),
                Duration.ofSeconds(1),
                null,
                List.of("localhost"));
        JsonMapper mapper = JsonMapper.builder().addModule(new WireFormat()).build();
        ProblemWriter problems =
                new ProblemWriter(mapper, new StaticListableBeanFactory().getBeanProvider(ProblemPages.class));
        return new RequestMemoryFilter(budget, http, forms, problems);
    }

    private static MockHttpServletRequest json(int size) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/decisions");
        request.setContentType("application/json");
        request.setContent(new byte[size]);
        return request;
    }

    private static jakarta.servlet.http.HttpServletRequest unannounced(MockHttpServletRequest request) {
        return new jakarta.servlet.http.HttpServletRequestWrapper(request) {

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
    }
}
