package io.quanyi.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;

class HomePageTests {

    @ParameterizedTest
    @CsvSource({"ENGLISH, This is a service, true", "CHINESE, 这是供程序调用的服务, false"})
    void whereThereIsNoConsoleABrowserIsToldWhatThisIs(Language language, String words, boolean described)
            throws IOException {
        ResponseEntity<String> page = new HomePage(described, false).page(language);
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getHeaders().getContentLanguage()).isEqualTo(language.locale());
        assertThat(page.getBody()).contains(words, "href=\"/readme\"").doesNotContain("<!--");
        assertThat(String.valueOf(page.getBody()).contains("href=\"/swagger-ui.html\""))
                .isEqualTo(described);
    }
}
