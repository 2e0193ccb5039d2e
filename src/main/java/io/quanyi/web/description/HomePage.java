package io.quanyi.web.description;

import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The page at {@code /}, which says to a person with a browser what this service is where there is no console, and the README. */
@Hidden
@RestController
class HomePage {

    private final boolean described;
    private final boolean console;

    /**
     * @param described whether the description of the interface and Swagger UI are served
     * @param console whether the console is served
     */
    HomePage(
            @Value("${springdoc.api-docs.enabled:true}") boolean described,
            @Value("${quanyi.console.enabled:false}") boolean console) {
        this.described = described;
        this.console = console;
    }

    /** Leads to the console where it is served; otherwise shows the page. Programs that accept no HTML get 406. */
    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(Language language) throws IOException {
        if (console) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/console"))
                    .build();
        }
        String page = text("home." + language.tag() + ".html")
                .replace("<!-- description -->\n", described ? part("description", language) : "");
        return answer(language, MediaType.TEXT_HTML).body(page);
    }

    /** Shows the README of this version as text. */
    @GetMapping(path = "/readme", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> readme(Language language) throws IOException {
        String name = language == Language.CHINESE ? "README.zh-CN.md" : "README.md";
        return answer(language, MediaType.TEXT_PLAIN).body(text("/quanyi/" + name));
    }

    private static String part(String name, Language language) throws IOException {
        return text("home-" + name + "." + language.tag() + ".html");
    }

    private static ResponseEntity.BodyBuilder answer(Language language, MediaType type) {
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .contentType(new MediaType(type, StandardCharsets.UTF_8));
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = HomePage.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
