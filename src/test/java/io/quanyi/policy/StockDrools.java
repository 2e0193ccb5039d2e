package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Outcome;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/** The engine as everybody else uses it: it compiles the files as typed. */
final class StockDrools {

    /** An inserted outcome, with the title of its rule. */
    record Said(String title, Outcome outcome) {}

    private static final KieServices KIE = KieServices.get();
    private static int builds;

    private final KieBase base;

    private StockDrools(KieBase base) {
        this.base = base;
    }

    /** The files' names are ours, because the engine goes by them. */
    static StockDrools of(Collection<SourceFile> files) {
        KieBuilder builder = builder(files);
        assertThat(builder.getResults().getMessages()).isEmpty();
        ReleaseId id = builder.getKieModule().getReleaseId();
        return new StockDrools(KIE.newKieContainer(id).getKieBase());
    }

    /** The messages of the engine about the files. */
    static List<Message> messages(Collection<SourceFile> files) {
        return builder(files).getResults().getMessages();
    }

    Set<Said> ask(QuestionFacts facts) {
        Set<Said> said = new HashSet<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    if (event.getRule() != null && event.getObject() instanceof Outcome outcome) {
                        said.add(new Said(event.getRule().getName(), outcome));
                    }
                }
            });
            facts.all().forEach(session::insert);
            session.fireAllRules(1_000);
        } finally {
            session.dispose();
        }
        return said;
    }

    /** By the package, as the engine advises. */
    private static String folder(SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length()).trim().replace('.', '/'))
                .findFirst()
                .orElseThrow();
    }

    private static KieBuilder builder(Collection<SourceFile> files) {
        KieFileSystem system = KIE.newKieFileSystem();
        builds++;
        system.generateAndWritePomXML(KIE.newReleaseId("io.quanyi.test", "stock", "1." + builds));
        for (SourceFile file : files) {
            system.write("src/main/resources/" + folder(file) + "/rules.drl", file.bytes());
        }
        return KIE.newKieBuilder(system).buildAll(ExecutableModelProject.class);
    }
}
