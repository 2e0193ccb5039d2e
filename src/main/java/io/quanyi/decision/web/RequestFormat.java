package io.quanyi.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AskedBy;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a request inside an answer as it would be sent: without absent members. */
@Component
class RequestFormat implements JsonMapperBuilderCustomizer {

    private static final List<Class<?>> REQUESTS = List.of(
            DecisionRequest.class,
            Subscription.class,
            Contract.class,
            AgreedTerm.class,
            FirstPurchase.class,
            Usage.class,
            AskedQuestion.class,
            AskedBy.class);

    @Override
    public void customize(JsonMapper.Builder builder) {
        REQUESTS.forEach(type -> builder.addMixIn(type, WithoutNulls.class));
    }

    @JsonInclude(Include.NON_NULL)
    private interface WithoutNulls {}
}
