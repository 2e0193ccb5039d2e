package io.quanyi.web.description;

import io.quanyi.text.Language;
import io.quanyi.wire.Documents;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The language comes in a header, documents in the body: the description must not take them for query parameters. */
@Component
class IgnoredArguments implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Language.class, Documents.class);
    }
}
