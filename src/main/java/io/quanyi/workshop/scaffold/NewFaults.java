package io.quanyi.workshop.scaffold;

import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.List;

/** The faults that an edit adds to rules. Lines are not compared, because an edit moves the lines below it. */
final class NewFaults {

    private NewFaults() {}

    /** The faults after the edit that were not there before. */
    static List<Fault> of(List<Fault> before, List<Fault> after) {
        List<List<String>> known =
                new ArrayList<>(before.stream().map(NewFaults::key).toList());
        return after.stream().filter(fault -> !known.remove(key(fault))).toList();
    }

    private static List<String> key(Fault fault) {
        List<String> key = new ArrayList<>(List.of(fault.position().file(), fault.pointer(), fault.code()));
        key.addAll(fault.arguments());
        return key;
    }
}
