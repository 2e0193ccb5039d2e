package io.quanyi.workshop.impact;

import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.CustomerCensus;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.wire.JsonReader;
import io.quanyi.workshop.command.ProgressLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of customers, one subscription in JSON a line, to count those whose answers change. */
final class CensusFile {

    /** The number of faults after which reading stops. */
    private static final int MOST_FAULTS = 20;

    private CensusFile() {}

    /**
     * Counts all customers of the file.
     *
     * @throws FaultsFound with the lines that are no subscriptions
     */
    static void count(Path file, CustomerCensus census, ProgressLine progress) throws IOException {
        Faults faults = new Faults();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine();
                    line != null && faults.count() < MOST_FAULTS;
                    line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(line, new Position(file.toString(), number, 0), census, faults);
                    progress.at(number, number);
                }
            }
        }
        faults.throwIfAny();
    }

    private static void add(String line, Position place, CustomerCensus census, Faults faults) {
        try {
            Subscription customer = new RecordBinder(new Faults())
                    .require(JsonReader.read(line.getBytes(StandardCharsets.UTF_8)), Subscription.class);
            if (faults.isEmpty()) {
                census.add(customer);
            }
        } catch (FaultsFound e) {
            e.faults().forEach(fault -> faults.add(fault.in(place)));
        }
    }
}
