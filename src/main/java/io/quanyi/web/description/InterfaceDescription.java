package io.quanyi.web.description;

import io.quanyi.wire.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Completes the description that springdoc generates from controllers: texts, schemas, closed lists, problems, headers, examples. */
@Component
class InterfaceDescription implements OpenApiCustomizer {

    private static final List<String> TAGS = List.of("decisions", "programmes", "releases", "drafts", "publishing");

    private final DocumentedOperations operations;
    private final List<ClosedLists.Contributor> lists;

    InterfaceDescription(DocumentedOperations operations, List<ClosedLists.Contributor> lists) {
        this.operations = operations;
        this.lists = lists;
    }

    @Override
    public void customise(OpenAPI document) {
        describe(document, new DescriptionTexts());
    }

    void describe(OpenAPI document, DescriptionTexts texts) {
        document.setInfo(new Info()
                .title(texts.get("info.title"))
                .version(texts.get("info.version"))
                .summary(texts.get("info.summary"))
                .description(texts.get("info.description"))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(List.of(new Server().url("/").description(texts.get("server"))));
        document.setSecurity(SecuritySchemes.anyOrNone());
        document.setTags(TAGS.stream()
                .map(tag -> new Tag().name(tag).description(texts.get("tag." + tag)))
                .toList());
        document.setComponents(components(texts));
        OperationDescription description =
                new OperationDescription(texts, OperationExamples.all(texts), operations.answers());
        document.getPaths().values().forEach(path -> describe(path, description));
    }

    private Components components(DescriptionTexts texts) {
        RecordSchemas schemas = new RecordSchemas(texts, new ClosedLists(lists));
        operations.addTo(schemas);
        schemas.addAnswer(Problem.class);
        Components components = SharedComponents.components(texts);
        schemas.schemas().forEach(components::addSchemas);
        return components;
    }

    private static void describe(PathItem path, OperationDescription description) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                path.readOperationsMap().entrySet()) {
            description.describe(entry.getKey(), entry.getValue());
        }
    }
}
