package io.quanyi.workshop.impact;

import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.wire.BoundedLineReader;
import io.quanyi.wire.JsonReader;
import io.quanyi.workshop.command.ProgressLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of customers, one subscription in JSON a line, to count those whose answers change. */
final class CensusFile {

    /** The number of faults after which reading stops. */
    private static final int MAX_FAULTS = 20;

    /** The most bytes of a line, as many as the service reads of a request. */
    private static final int MAX_LINE_BYTES = 1 << 20;

    private CensusFile() {}

    /**
     * Counts all customers of the file, of which one line is held at a time.
     *
     * @throws FaultsFound with the lines that are no subscriptions
     */
    static void count(Path file, CustomerCensus census, ProgressLine progress) throws IOException {
        Faults faults = new Faults();
        try (InputStream input = Files.newInputStream(file)) {
            BoundedLineReader lines = new BoundedLineReader(input, MAX_LINE_BYTES);
            long number = 0;
            for (BoundedLineReader.Line line = lines.next();
                    line != null && faults.count() < MAX_FAULTS;
                    line = lines.next()) {
                number++;
                Position place = new Position(file.toString(), (int) Math.min(number, Integer.MAX_VALUE), 0);
                if (line.isTooLong()) {
                    faults.add(Fault.at(place, "line-too-long", MAX_LINE_BYTES));
                } else if (!isBlank(line.content())) {
                    add(line.content(), place, census, faults);
                    progress.at(number);
                }
            }
        }
        faults.throwIfAny();
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).isBlank();
    }

    private static void add(byte[] line, Position place, CustomerCensus census, Faults faults) {
        try {
            Subscription customer = new RecordBinder(new Faults()).require(JsonReader.read(line), Subscription.class);
            if (faults.isEmpty()) {
                census.add(customer);
            }
        } catch (FaultsFound e) {
            e.faults().forEach(fault -> faults.add(fault.in(place)));
        }
    }
}
