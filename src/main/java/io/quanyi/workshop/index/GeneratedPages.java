package io.quanyi.workshop.index;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.List;

/** All pages that are generated from the rules of a folder, and from the code that reads them. */
final class GeneratedPages {

    static final String README = "README.md";

    private static final String CHINESE_README = "README.zh-CN.md";

    /** The folder of the pages of the project, beside the folder of rules. */
    private static final String DOCS = "../docs/";

    private GeneratedPages() {}

    /** The page on how rules are written, in the folder of the rules. */
    static String readme(Language language) {
        return language == Language.CHINESE ? CHINESE_README : README;
    }

    /**
     * The pages of a folder of rules.
     *
     * @throws io.quanyi.source.FaultsFound if a programme has faults
     */
    static List<GeneratedPage> of(SourceTree tree) {
        List<IndexedProgramme> programmes = IndexedProgramme.all(tree);
        List<ProgrammeRelease> releases =
                programmes.stream().map(IndexedProgramme::release).toList();
        List<GeneratedPage> pages = new ArrayList<>();
        pages.add(new GeneratedPage(README, ProgrammeTable.in(Language.ENGLISH, programmes), true));
        pages.add(new GeneratedPage(CHINESE_README, ProgrammeTable.in(Language.CHINESE, programmes), false));
        for (IndexedProgramme programme : programmes) {
            String path = programme.release().programme().id() + "/" + README;
            pages.add(new GeneratedPage(path, ProgrammePage.of(programme.release(), programme.cases()), true));
        }
        OutcomeExamples examples = new OutcomeExamples(releases);
        pages.add(new GeneratedPage("reference.md", ReferencePage.in(Language.ENGLISH, examples), true));
        pages.add(new GeneratedPage("reference.zh-CN.md", ReferencePage.in(Language.CHINESE, examples), true));
        for (Language language : Language.values()) {
            String path = DOCS + (language == Language.CHINESE ? "readings.zh-CN.md" : "readings.md");
            pages.add(new GeneratedPage(path, ReadingTable.of(releases, language), false));
        }
        return pages;
    }
}
