package io.quanyi.web.json;

import io.quanyi.wire.WireFormat;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives Spring's JSON mapper the project's {@link WireFormat}. */
@Component
class WireFormatCustomizer implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.addModule(new WireFormat());
    }
}
