package io.quanyi.impact.independent;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of the shipped files of a programme.
 *
 * @param programme the id of the programme whose releases are compared
 * @param kind the kind of change, such as {@code condition Period.state}
 * @param words the words that the change takes away or brings in; requests name them more often than others
 * @param files the new texts of the changed files, by path; an empty text removes the file
 */
record ProgrammeEdit(String programme, String kind, String words, Map<String, String> files) {

    static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));

    /** An edit of one file. */
    static ProgrammeEdit of(String programme, String kind, String path, String text, String words) {
        return new ProgrammeEdit(programme, kind, words, Map.of(path, text));
    }

    /** Both changes together, which are of different files. */
    ProgrammeEdit and(ProgrammeEdit other) {
        Map<String, String> both = new HashMap<>(files);
        both.putAll(other.files);
        return new ProgrammeEdit(programme, "pair of edits", words + " & " + other.words, both);
    }

    /** The change together with a catalogue that declares measures, of the subscription and of the question. */
    ProgrammeEdit declaring() {
        Map<String, String> both = new HashMap<>(files);
        SourceFile catalogue = SHIPPED.under(programme + "/catalogue/").get(0);
        both.put(catalogue.path(), withMeasures(text(catalogue)));
        return new ProgrammeEdit(programme, kind, words, both);
    }

    /** A catalogue that declares measures. */
    static String withMeasures(String catalogue) {
        return catalogue.replaceFirst("\nwindows:\n", """

                measures:
                  - { id: cores, names: { zh-CN: 核数, en: Cores }, kind: number, of: subscription }
                  - { id: seats, names: { zh-CN: 席位, en: Seats }, kind: number, of: question }
                  - id: tier
                    names: { zh-CN: 客户等级, en: Tier }
                    kind: id
                    of: subscription
                    values:
                      - { id: gold, names: { zh-CN: 金牌, en: Gold } }
                      - { id: silver, names: { zh-CN: 银牌, en: Silver } }
                  - { id: audited, names: { zh-CN: 审计日期, en: Audited }, kind: date, of: question }
                  - { id: hosted, names: { zh-CN: 托管, en: Hosted }, kind: boolean, of: subscription }
                windows:
                """);
    }

    /** The text of a shipped file. */
    static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    /** The shipped files with rules of a programme. */
    static List<SourceFile> rules(String programme) {
        return SHIPPED.under(programme + "/policy/").stream()
                .filter(file -> file.path().endsWith(".drl"))
                .toList();
    }

    /** The shipped release of a programme. */
    static ProgrammeRelease shipped(String programme) {
        return load(SHIPPED, programme).orElseThrow();
    }

    /** The changed release; empty if the changed files cannot be read. */
    Optional<ProgrammeRelease> release() {
        return load(tree(), programme);
    }

    private SourceTree tree() {
        List<SourceFile> kept = SHIPPED.under("").stream()
                .filter(file -> !files.containsKey(file.path()))
                .toList();
        List<SourceFile> changed = files.entrySet().stream()
                .filter(file -> !file.getValue().isEmpty())
                .map(file -> new SourceFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        return SourceTree.of(kept).with(changed);
    }

    private static Optional<ProgrammeRelease> load(SourceTree tree, String programme) {
        ReleaseId id = RulesTree.candidates(SHIPPED).stream()
                .filter(candidate -> candidate.programme().equals(programme))
                .findFirst()
                .orElseThrow();
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        return faults.sorted().isEmpty() ? Optional.of(Objects.requireNonNull(release)) : Optional.empty();
    }

    /** Whether only texts change, which no answer shows. */
    boolean isText() {
        return kind.startsWith("text");
    }

    @Override
    public String toString() {
        return programme + ", " + kind + ": " + words.strip().replaceAll("\\s+", " ");
    }
}
