package io.quanyi.settings;

import io.quanyi.text.ClosestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Refuses the start for settings under {@code quanyi} that no {@link ConfigurationProperties} record has, from whichever file, variable or
 * argument they come. Spring by itself overlooks them.
 */
@Component
final class SettingsCheck implements BeanFactoryPostProcessor {

    private static final String ACTION = "Correct or remove what is listed. docs/operating.md describes each property.";
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("quanyi");

    /** The command line's own, and those that Kubernetes makes for a service called {@code quanyi} or {@code quanyi-…}. */
    private static final Pattern OTHER_VARIABLES = Pattern.compile(
            "QUANYI_KEY|QUANYI_(?:.*_)?SERVICE_(?:HOST|PORT)(?:_.*)?|QUANYI_(?:.*_)?PORT(?:_\\d+_(?:TCP|UDP|SCTP)(?:_.*)?)?",
            Pattern.CASE_INSENSITIVE);

    /** @throws SettingsRefused naming every setting that does not exist */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<KnownSetting> known = known(beans);
        List<String> faults = faults(beans.getBean(Environment.class), known);
        if (!faults.isEmpty()) {
            throw new SettingsRefused("There are no such settings, so the service does not start", ACTION, faults);
        }
    }

    static List<String> faults(Environment environment, List<KnownSetting> known) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .flatMap(source -> faults(source, known))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<KnownSetting> known(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .map(name -> beans.getType(name, false))
                .filter(Objects::nonNull)
                .flatMap(SettingsCheck::settings)
                .toList();
    }

    private static Stream<KnownSetting> settings(Class<?> type) {
        ConfigurationProperties bound = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return type.isRecord() && bound != null ? KnownSetting.of(bound.prefix(), type).stream() : Stream.empty();
    }

    private static Stream<String> faults(ConfigurationPropertySource source, List<KnownSetting> known) {
        boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
        return source instanceof IterableConfigurationPropertySource names
                ? names.stream()
                        .filter(ROOT::isAncestorOf)
                        .filter(name -> known.stream()
                                .noneMatch(setting -> variables ? setting.isVariable(name) : setting.is(name)))
                        .map(source::getConfigurationProperty)
                        .filter(Objects::nonNull)
                        .filter(property -> !isEmptyGroup(property, known))
                        .filter(property -> !variables
                                || !OTHER_VARIABLES.matcher(written(property)).matches())
                        .map(property -> fault(property, known))
                : Stream.empty();
    }

    /** A key of a YAML file with nothing below it. */
    private static boolean isEmptyGroup(ConfigurationProperty property, List<KnownSetting> known) {
        return property.getValue().toString().isEmpty()
                && known.stream().anyMatch(setting -> setting.isAtOrBelow(property.getName()));
    }

    /** Values are not repeated: one of them may be a secret. */
    private static String fault(ConfigurationProperty property, List<KnownSetting> known) {
        String name = property.getName().toString().replaceAll("\\[\\d+]", "[0]");
        String meant =
                ClosestWord.to(name, known.stream().map(KnownSetting::text).toList());
        return written(property) + place(property.getOrigin()) + ": did you mean " + meant + "?";
    }

    /** The name as it stands where it comes from: that of a variable is not that of the property. */
    private static String written(ConfigurationProperty property) {
        return property.getOrigin() instanceof PropertySourceOrigin origin
                ? origin.getPropertyName()
                : property.getName().toString();
    }

    /** The line of a file; nothing for variables and arguments, which stand in one place only. */
    private static String place(@Nullable Origin origin) {
        Origin within = origin instanceof PropertySourceOrigin source ? source.getOrigin() : origin;
        return within == null ? "" : " (" + within + ")";
    }
}
