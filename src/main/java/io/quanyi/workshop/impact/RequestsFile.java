package io.quanyi.workshop.impact;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a file of requests in JSON: one request, a list of requests, or one request a line. */
final class RequestsFile {

    private final String programme;
    private final Instant at;
    private final Faults faults = new Faults();
    private final List<DecisionRequest> requests = new ArrayList<>();

    private RequestsFile(String programme, Instant at) {
        this.programme = programme;
        this.at = at;
    }

    /**
     * Reads all requests of the file; one with several subscriptions is a request about each.
     *
     * @param programme the programme that they must be about
     * @param at the instant of requests without one
     * @throws FaultsFound with every fault of every request
     */
    static List<DecisionRequest> read(Path file, String programme, Instant at) throws IOException {
        RequestsFile read = new RequestsFile(programme, at);
        byte[] content = Files.readAllBytes(file);
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        String first = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        if (first.startsWith("{") && first.endsWith("}")) {
            read.lines(file.toString(), lines);
        } else if (first.startsWith("[")) {
            read.list(file.toString(), content);
        } else {
            read.add(Position.of(file.toString()), "", () -> JsonReader.read(content));
        }
        read.faults.throwIfAny();
        return read.requests;
    }

    private void lines(String file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                Position place = new Position(file, i + 1, 0);
                add(place, "", () -> JsonReader.read(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private void list(String file, byte[] content) {
        List<JsonReader.Item> items = items(file, content);
        for (int i = 0; i < items.size(); i++) {
            JsonReader.Item item = items.get(i);
            add(Position.of(file), "/" + i, () -> {
                if (!item.faults().isEmpty()) {
                    throw new FaultsFound(item.faults());
                }
                return item.tree();
            });
        }
    }

    private List<JsonReader.Item> items(String file, byte[] content) {
        try {
            return JsonReader.readItems(content).all().toList();
        } catch (FaultsFound e) {
            e.faults().forEach(fault -> faults.add(fault.in(Position.of(file))));
            return List.of();
        }
    }

    private void add(Position place, String pointer, Supplier<Tree> sent) {
        try {
            CustomerRequest request = new RecordBinder(new Faults()).require(sent.get(), CustomerRequest.class);
            if (!request.programme().equals(programme)) {
                throw new FaultsFound(
                        List.of(Fault.at("/programme", "other-programme", programme, request.programme())));
            }
            request.each(at).stream().map(PlacedRequest::request).forEach(requests::add);
        } catch (FaultsFound e) {
            e.faults().forEach(fault -> faults.add(fault.below(pointer).in(place)));
        }
    }
}
