package io.quanyi.impact.independent;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The edits of one kind of a programme, of which some are chosen.
 *
 * @param before the shipped release of the programme
 * @param edits some of the edits, chosen at random; each holds the text of a whole file, so that not all are kept
 */
record EditChoice(ProgrammeRelease before, List<ProgrammeEdit> edits) {

    private static final int MAX_TRIED = 8;
    private static final int PAIRS = 8;

    /** The choices for all programmes: each kind of edit, and pairs of edits of two kinds. They are made once for all tests. */
    static final List<EditChoice> ALL = all(Long.getLong("impact.seed", 1));

    /** An edit with the releases between which it is. */
    record ReadEdit(ProgrammeEdit edit, ProgrammeRelease before, ProgrammeRelease after) {}

    private static List<EditChoice> all(long seed) {
        Random random = new Random(seed);
        return RulesTree.candidates(ProgrammeEdit.SHIPPED).stream()
                .map(id -> id.programme())
                .distinct()
                .sorted()
                .flatMap(programme -> of(programme, random).stream())
                .toList();
    }

    /** The programme and the kind. */
    String name() {
        ProgrammeEdit first = edits.get(0);
        return first.programme() + " " + first.kind();
    }

    private static List<EditChoice> of(String programme, Random random) {
        ProgrammeRelease before = ProgrammeEdit.shipped(programme);
        Map<String, List<ProgrammeEdit>> kinds = new LinkedHashMap<>();
        Stream.of(
                        RuleEdits.of(programme, examples(before.catalogue())),
                        RuleLineEdits.of(programme),
                        CatalogueEdits.of(programme))
                .flatMap(List::stream)
                .forEach(edit -> kinds.computeIfAbsent(edit.kind(), kind -> new ArrayList<>())
                        .add(edit));
        kinds.values().forEach(edits -> Collections.shuffle(edits, random));
        List<List<ProgrammeEdit>> lists = new ArrayList<>(kinds.values());
        for (int i = 0; i < PAIRS; i++) {
            lists.add(pairs(lists.get(random.nextInt(kinds.size())), lists.get(random.nextInt(kinds.size()))));
        }
        return lists.stream()
                .filter(edits -> !edits.isEmpty())
                .map(edits ->
                        new EditChoice(before, edits.stream().limit(MAX_TRIED).toList()))
                .toList();
    }

    private static List<ProgrammeEdit> pairs(List<ProgrammeEdit> some, List<ProgrammeEdit> others) {
        return some.stream()
                .limit(MAX_TRIED)
                .flatMap(one -> others.stream()
                        .filter(other -> Collections.disjoint(
                                one.files().keySet(), other.files().keySet()))
                        .limit(2)
                        .map(one::and))
                .toList();
    }

    /** An id of the catalogue for each word in capitals that edits of rules contain. */
    private static Map<String, String> examples(Catalogue catalogue) {
        Map<String, Stream<String>> ids = Map.of(
                "PLAN", catalogue.plans().stream().map(Catalogue.Plan::id),
                "PRODUCT", catalogue.products().stream().map(Catalogue.Product::id),
                "FAMILY", catalogue.products().stream().map(Catalogue.Product::family),
                "DEPLOYMENT", catalogue.deployments().stream().sorted(),
                "WINDOW", catalogue.windows().keySet().stream(),
                "GROUP", catalogue.groups().keySet().stream(),
                "CHANNEL", catalogue.channels().keySet().stream(),
                "TOPIC", catalogue.topics().stream().map(Catalogue.Term::id),
                "SEVERITY", catalogue.severities().stream().map(Catalogue.Term::id),
                "ACTIVITY",
                        catalogue.services().values().stream()
                                .flatMap(service -> service.activities().stream())
                                .map(Catalogue.Term::id));
        Map<String, String> first = new HashMap<>();
        ids.forEach((word, all) -> all.findFirst().ifPresent(id -> first.put(word, id)));
        return first;
    }

    /** Each so many of the choices. */
    static Stream<EditChoice> every(int many) {
        return IntStream.range(0, ALL.size()).filter(i -> i % many == 0).mapToObj(ALL::get);
    }

    /** The first edits after which the files can be read; not all can, because others may name what an edit drops. */
    Stream<ReadEdit> read(int most) {
        return edits.stream()
                .flatMap(edit -> edit.release().map(after -> new ReadEdit(edit, before, after)).stream())
                .limit(most);
    }
}
