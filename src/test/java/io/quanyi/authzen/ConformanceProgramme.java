package io.quanyi.authzen;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the programme of the conformance scenario its vocabulary. */
@TestConfiguration(proxyBeanMethods = false)
public class ConformanceProgramme {

    public static final String RULES = "src/test/resources/io/quanyi/authzen/rules";

    @Bean
    ProgrammeVocabulary conformanceVocabulary() {
        return new ProgrammeVocabulary("authzen-conformance", new ConformanceVocabulary());
    }
}
