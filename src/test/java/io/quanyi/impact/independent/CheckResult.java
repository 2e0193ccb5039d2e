package io.quanyi.impact.independent;

import java.util.List;

/**
 * The result of checking the impact of an edit.
 *
 * @param sentences the number of sentences
 * @param requests the number of requests that were decided by both releases
 * @param differing the number of requests whose answers differ
 * @param uncovered the number of requests whose answers differ and of which no sentence speaks
 * @param untrue the number of requests of which a sentence speaks that is false
 * @param shown some faults, each with a request that is as small as possible
 */
record CheckResult(
        ProgrammeEdit edit, int sentences, int requests, int differing, int uncovered, int untrue, List<String> shown) {

    @Override
    public String toString() {
        String found = "%s: %,d sentences, %,d requests, %,d differing, %,d uncovered, %,d false"
                .formatted(edit, sentences, requests, differing, uncovered, untrue);
        return shown.isEmpty() ? found : found + "\n" + String.join("\n", shown);
    }
}
