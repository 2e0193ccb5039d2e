package io.quanyi;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A programme of any size for benchmarks, with one clause and one plan, {@code basic}, and requests as text. */
final class GeneratedProgramme {

    private GeneratedProgramme() {}

    /**
     * A release of a generated programme.
     *
     * @param id the id of the programme
     * @param products the number of products {@code p0}, {@code p1} …, each of a family of its own, {@code f0}, {@code f1} …
     * @param services the entries of the services in the catalogue
     * @param rules the text of each file of rules, by its name
     */
    static ProgrammeRelease release(String id, int products, String services, Map<String, String> rules) {
        SourceTree shipped = SourceTree.ofFolder(Path.of("rules"));
        List<SourceFile> files = new ArrayList<>(shipped.under("calendars/"));
        files.add(Objects.requireNonNull(shipped.file("readings.yaml")));
        files.add(file(id, "programme.yaml", """
                id: %s
                names: { zh-CN: 大型服务体系, en: Generated }
                vendor: { zh-CN: 商, en: Vendor }
                zone: Asia/Shanghai
                authority: official
                source: { title: Document }
                """.formatted(id)));
        files.add(file(
                id,
                "policy/1/clauses.yaml",
                "clauses:\n  - { number: '1', quote: The clause, gloss: The clause, decides: true }\n"));
        files.add(file(id, "catalogue/1.yaml", "products:\n" + each(products, """
                  - { id: p%1$d, family: f%1$d, names: { zh-CN: 产品%1$d, en: Product %1$d } }
                """) + """
                deployments: [public-cloud]
                plans: [{ id: basic, names: { zh-CN: 基础, en: Basic } }]
                topics: []
                severities: []
                windows: []
                channels: []
                services:
                """ + services));
        rules.forEach((name, text) -> files.add(file(id, "policy/1/" + name, text)));
        Faults faults = new Faults();
        ProgrammeRelease release =
                RulesTree.draft(SourceTree.of(files), new ReleaseId(id, 1, "1", "1", "2026-01-01", "sha256:0"), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }

    /** A text for each number from 0 on, with the number in its places. */
    static String each(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }

    /** A request that is written as YAML. */
    static DecisionRequest request(String yaml) {
        Faults faults = new Faults();
        SourceFile file = new SourceFile("request", yaml.getBytes(StandardCharsets.UTF_8));
        DecisionRequest request = new RecordBinder(faults)
                .bind(Objects.requireNonNull(YamlReader.read(file, faults)), DecisionRequest.class);
        faults.throwIfAny();
        return Objects.requireNonNull(request);
    }

    private static SourceFile file(String id, String name, String text) {
        return new SourceFile(id + "/" + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
