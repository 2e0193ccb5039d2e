package io.quanyi.authzen;

import io.quanyi.decision.request.Subscription;
import io.quanyi.digest.Sha256;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The subscriptions of a programme that the service knows by the ids of their customers, so that questions need not state them. Immutable. */
public final class SubscriptionDirectory {

    /** No subscriptions. */
    public static final SubscriptionDirectory NONE = new SubscriptionDirectory(Map.of(), "");

    /** The most subscriptions of a directory, which bounds the memory. */
    static final int MAX_SUBSCRIPTIONS = 200_000;

    /** The number of faults after which reading stops. */
    private static final int MAX_FAULTS = 20;

    private static final String ID = "customerId";

    private final Map<String, Map<String, Tree>> subscriptions;
    private final List<String> ids;
    private final String revision;

    private SubscriptionDirectory(Map<String, Map<String, Tree>> subscriptions, String revision) {
        this.subscriptions = subscriptions;
        this.ids = List.copyOf(subscriptions.keySet());
        this.revision = revision;
    }

    /**
     * Reads a file that has one subscription in JSON a line, each with the id of its customer.
     *
     * @param name the name of the file, for faults
     * @throws FaultsFound with the lines that are no subscriptions, lack an id, or have that of an earlier line
     */
    public static SubscriptionDirectory read(String name, byte[] file) {
        Faults faults = new Faults();
        Map<String, Map<String, Tree>> subscriptions = new LinkedHashMap<>();
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size() && faults.count() < MAX_FAULTS; i++) {
            if (!lines.get(i).isBlank()) {
                add(lines.get(i), new Position(name, i + 1, 0), subscriptions, faults);
            }
        }
        if (subscriptions.size() > MAX_SUBSCRIPTIONS) {
            faults.add(Fault.at(Position.of(name), "too-many", subscriptions.size(), MAX_SUBSCRIPTIONS));
        }
        faults.throwIfAny();
        return new SubscriptionDirectory(subscriptions, Sha256.hex(file));
    }

    private static void add(String line, Position place, Map<String, Map<String, Tree>> subscriptions, Faults faults) {
        try {
            Tree tree = JsonReader.read(line.getBytes(StandardCharsets.UTF_8));
            Subscription read = new RecordBinder(new Faults()).require(tree, Subscription.class);
            if (read.customerId() == null) {
                faults.add(Fault.at(place, "member-missing", ID));
            } else if (tree instanceof Obj object
                    && subscriptions.putIfAbsent(read.customerId(), object.members()) != null) {
                faults.add(Fault.at(place, "subscription-twice", read.customerId()));
            }
        } catch (FaultsFound e) {
            e.faults().forEach(fault -> faults.add(fault.in(place)));
        }
    }

    /** Whether there is none in it. */
    boolean isEmpty() {
        return subscriptions.isEmpty();
    }

    /** The members of the subscription of a customer; empty if it is not known. */
    Optional<Map<String, Tree>> members(String id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    /** The ids of the customers, in the order of the file. */
    List<String> ids() {
        return ids;
    }

    /** The SHA-256 of the file; empty if there is none. */
    String revision() {
        return revision;
    }
}
