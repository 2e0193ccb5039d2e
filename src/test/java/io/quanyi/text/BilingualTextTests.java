package io.quanyi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BilingualTextTests {

    @Test
    void aTextIsThereInBothLanguages() {
        BilingualText names = new BilingualText(Map.of("zh-CN", "基础服务", "en", "Basic"));
        assertThat(names.in(Language.CHINESE)).isEqualTo("基础服务");
        assertThat(names.in(Language.ENGLISH)).isEqualTo("Basic");
    }

    @Test
    void aTextInOneLanguageIsShownToAllReaders() {
        BilingualText english = new BilingualText(Map.of("en", "Basic"));
        assertThat(english.in(Language.CHINESE)).isEqualTo("Basic");
        assertThat(english.isIn(Language.CHINESE)).isFalse();
        assertThat(english.languages()).containsExactly(Language.ENGLISH);
        assertThat(new BilingualText(Map.of("zh-CN", "基础服务")).in(Language.ENGLISH))
                .isEqualTo("基础服务");
    }

    @Test
    void noLanguageIsNotEnough() {
        Map<String, String> none = Map.of();
        assertThatThrownBy(() -> new BilingualText(none)).hasMessage("no text in any language");
    }

    @Test
    void aNameDoesNotChangeWithTheMapItCameFrom() {
        Map<String, String> texts = new HashMap<>(Map.of("zh-CN", "甲", "en", "A"));
        BilingualText names = new BilingualText(texts);
        texts.put("en", "B");
        assertThat(names.in(Language.ENGLISH)).isEqualTo("A");
    }
}
