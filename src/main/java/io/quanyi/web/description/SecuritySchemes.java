package io.quanyi.web.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;

/** The security schemes of the description: an API key or a token. */
final class SecuritySchemes {

    private static final String API_KEY = "apiKey";
    private static final String BEARER = "bearer";

    private SecuritySchemes() {}

    /** One of the two schemes; none where the service has no credentials configured. */
    static List<SecurityRequirement> anyOrNone() {
        return List.of(
                new SecurityRequirement(),
                new SecurityRequirement().addList(API_KEY),
                new SecurityRequirement().addList(BEARER));
    }

    static void addTo(Components components, DescriptionTexts texts) {
        SecurityScheme key = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description(texts.get("security." + API_KEY));
        SecurityScheme token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(texts.get("security." + BEARER));
        components.addSecuritySchemes(API_KEY, key).addSecuritySchemes(BEARER, token);
    }
}
