package io.quanyi.console.impact;

import io.quanyi.decision.request.Subscription;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers of an uploaded file, one subscription in JSON a line, and the lines that are none.
 *
 * @param customers those that could be read
 * @param refused the other lines
 */
record CustomerLines(List<CustomerLine> customers, List<RefusedLine> refused) {

    /** A customer, with the number of its line from 1. */
    record CustomerLine(int number, Subscription customer) {}

    /** A line that is not counted, with the reasons. */
    record RefusedLine(int number, List<Fault> reasons) {

        /** Keeps a copy. */
        RefusedLine {
            reasons = List.copyOf(reasons);
        }
    }

    /** Keeps copies. */
    CustomerLines {
        customers = List.copyOf(customers);
        refused = List.copyOf(refused);
    }

    /**
     * Reads a file.
     *
     * @throws FaultsFound if it has more lines than a number
     */
    static CustomerLines of(String file, int most) {
        String text = file.startsWith(JsonReader.BYTE_ORDER_MARK) ? file.substring(1) : file;
        long size = text.lines().limit(most + 1L).count();
        if (size > most) {
            throw new FaultsFound(List.of(Fault.at("/customers", "census-too-many", most)));
        }
        List<CustomerLine> customers = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(lines.get(i), i + 1, customers, refused);
            }
        }
        return new CustomerLines(customers, refused);
    }

    private static void add(String line, int number, List<CustomerLine> customers, List<RefusedLine> refused) {
        try {
            Tree tree = JsonReader.read(line.getBytes(StandardCharsets.UTF_8));
            customers.add(new CustomerLine(number, new RecordBinder(new Faults()).require(tree, Subscription.class)));
        } catch (FaultsFound e) {
            refused.add(new RefusedLine(
                    number,
                    e.faults().stream().map(fault -> inFile(fault, number)).toList()));
        }
    }

    /** A fault of the form of the JSON names a line of the text that was read, which was one line of the file. */
    private static Fault inFile(Fault fault, int number) {
        if (!fault.code().startsWith("json-") || fault.arguments().size() < 2) {
            return fault;
        }
        List<String> place = new ArrayList<>(fault.arguments());
        place.set(0, String.valueOf(number));
        return new Fault(fault.position(), fault.pointer(), fault.code(), place, fault.known());
    }
}
