package io.quanyi.web;

import io.quanyi.text.Language;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The language comes in a header: the description must not take it for a query parameter. */
@Component
class IgnoredArguments implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Language.class);
    }
}
