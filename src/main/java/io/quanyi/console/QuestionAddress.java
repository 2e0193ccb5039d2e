package io.quanyi.console;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.wire.WireFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the address of the screen that answers a request: each member of the request is a parameter, named by its path. */
public final class QuestionAddress {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WireFormat())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(Include.NON_NULL))
            .build();

    private QuestionAddress() {}

    /**
     * The address of a request.
     *
     * @param zone the zone of the programme, in which the address says when is asked
     */
    public static String of(DecisionRequest request, ZoneId zone) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/{programme}/ask");
        // By way of a text: a tree that is built directly takes no decimals in plain digits
        JsonNode members = JSON.readTree(JSON.writeValueAsString(request));
        members.properties().stream()
                .filter(member -> member.getValue().isObject())
                .forEach(member -> add(address, member.getKey(), member.getValue()));
        if (request.question().at() != null) {
            String local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                    Objects.requireNonNull(request.question().at())
                            .atZoneSameInstant(zone)
                            .truncatedTo(ChronoUnit.MINUTES));
            address.replaceQueryParam("question.at", local);
        }
        return address.encode()
                .buildAndExpand(Map.of("programme", request.programme()))
                .toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(address, name + "." + member.getKey(), member.getValue()));
        } else if (value.isArray() && value.isEmpty()) {
            address.queryParam(name, "none");
        } else if (value.isArray() && value.get(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                add(address, name + "." + i, value.get(i));
            }
        } else if (value.isArray()) {
            value.forEach(item -> address.queryParam(name, item.asString()));
        } else {
            address.queryParam(name, value.asString());
        }
    }
}
