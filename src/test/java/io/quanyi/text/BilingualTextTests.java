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
    void oneLanguageIsNotEnough() {
        Map<String, String> chineseOnly = Map.of("zh-CN", "基础服务");
        assertThatThrownBy(() -> new BilingualText(chineseOnly)).hasMessage("no text in en");
    }

    @Test
    void aNameDoesNotChangeWithTheMapItCameFrom() {
        Map<String, String> texts = new HashMap<>(Map.of("zh-CN", "甲", "en", "A"));
        BilingualText names = new BilingualText(texts);
        texts.put("en", "B");
        assertThat(names.in(Language.ENGLISH)).isEqualTo("A");
    }
}
