package io.quanyi.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The page for operators lists every setting, and none that does not exist. */
class DocumentedSettingsTests {

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern SETTING = Pattern.compile("quanyi(\\.[a-z][a-z-]*)+");

    @ParameterizedTest
    @ValueSource(strings = {"operating.md", "operating.zh-CN.md"})
    void everySettingIsListed(String page) throws IOException {
        Set<String> names = names(page);
        assertThat(settings()).isNotEmpty().allSatisfy(setting -> {
            String last = setting.substring(setting.lastIndexOf('.') + 1);
            assertThat(names).as(setting).containsAnyOf(setting, "." + last, last);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"operating.md", "operating.zh-CN.md", "reliability.md", "publishing-reference.md"})
    void noOtherIsNamed(String page) throws IOException {
        Set<String> settings = settings();
        assertThat(names(page))
                .filteredOn(name -> SETTING.matcher(name).matches())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings)
                        .as(name)
                        .anyMatch(setting -> setting.equals(name) || setting.startsWith(name + ".")));
    }

    private static Set<String> names(String page) throws IOException {
        return CODE.matcher(Files.readString(Path.of("docs", page)))
                .results()
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all settings, without places in lists. */
    private static Set<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.quanyi").stream()
                .map(bean -> ClassUtils.resolveClassName(requireNonNull(bean.getBeanClassName()), null))
                .map(type -> KnownSetting.of(prefix(type), type))
                .flatMap(List::stream)
                .map(setting -> setting.text().replaceAll("\\[0]|\\.\\*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String prefix(Class<?> type) {
        return requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
    }
}
