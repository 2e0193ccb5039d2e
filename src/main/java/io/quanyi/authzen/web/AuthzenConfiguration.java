package io.quanyi.authzen.web;

import io.quanyi.authzen.EntitlementVocabulary;
import io.quanyi.authzen.EvaluationDecider;
import io.quanyi.authzen.ProgrammeVocabulary;
import io.quanyi.authzen.SubscriptionDirectory;
import io.quanyi.authzen.Vocabularies;
import io.quanyi.authzen.search.EntitySearch;
import io.quanyi.authzen.search.PageTokens;
import io.quanyi.decision.advice.Decider;
import io.quanyi.log.DecisionLog;
import io.quanyi.settings.SettingsRefused;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the decision points, and the check of their settings before any port is open. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quanyi.authzen.enabled")
class AuthzenConfiguration {

    private static final int KEY_BYTES = 32;

    /** @throws SettingsRefused with everything that is wrong */
    @Bean
    EvaluationDecider evaluationDecider(
            AuthzenProperties properties, Decider decider, ObjectProvider<ProgrammeVocabulary> own, DecisionLog log) {
        List<String> faults = new ArrayList<>(properties.faults());
        Map<String, SubscriptionDirectory> directories = faults.isEmpty() ? directories(properties, faults) : Map.of();
        if (!faults.isEmpty()) {
            throw new SettingsRefused(
                    "The AuthZEN decision points cannot be served, so the service does not start",
                    "Correct what is listed. docs/authzen.md describes each property.",
                    faults);
        }
        Vocabularies vocabularies = new Vocabularies(
                own.stream().collect(Collectors.toMap(ProgrammeVocabulary::programme, ProgrammeVocabulary::vocabulary)),
                programme ->
                        new EntitlementVocabulary(directories.getOrDefault(programme, SubscriptionDirectory.NONE)));
        return new EvaluationDecider(decider, vocabularies, log);
    }

    @Bean
    EntitySearch entitySearch(EvaluationDecider decider, AuthzenProperties properties) {
        return new EntitySearch(decider, new PageTokens(key(properties.pageKey())));
    }

    private static Map<String, SubscriptionDirectory> directories(AuthzenProperties properties, List<String> faults) {
        Map<String, SubscriptionDirectory> directories = new HashMap<>();
        properties.subscriptions().forEach((programme, file) -> {
            try {
                directories.put(programme, SubscriptionDirectory.read(file.toString(), Files.readAllBytes(file)));
            } catch (FaultsFound e) {
                e.faults().forEach(fault -> faults.add(fault.describe(Language.ENGLISH)));
            } catch (IOException e) {
                faults.add("quanyi.authzen.subscriptions." + programme + ": " + file + " cannot be read");
            }
        });
        return directories;
    }

    private static byte[] key(@Nullable String given) {
        if (given != null) {
            return given.getBytes(StandardCharsets.UTF_8);
        }
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
