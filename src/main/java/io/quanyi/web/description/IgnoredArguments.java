package io.quanyi.web.description;

import io.quanyi.text.Language;
import io.quanyi.wire.DocumentStream;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Tells springdoc which arguments of controllers are no query parameters: the language comes in a header, documents come in the body. */
@Component
class IgnoredArguments implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Language.class, DocumentStream.class);
    }
}
