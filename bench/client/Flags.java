import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Objects;

/** Evaluates flags with the unmodified OFREP provider of OpenFeature for Java. Arguments: the address of the service, a key that decides. */
public final class Flags {

    private static final String FEEDBACK = "kingdee-galaxy-public.issue-feedback";
    private static final String BY_CONTRACT = "kingdee-aftersales-general.data-service";
    private static final String AT = "2026-11-20T16:00:00+08:00";

    private Flags() {}

    public static void main(String[] arguments) throws Exception {
        Client client = client("all", arguments[0], arguments[1]);
        ImmutableContext known = context(Map.of("plan", "preferred", "severity", "normal", "time", AT));
        FlagEvaluationDetails<Boolean> entitled = client.getBooleanDetails(FEEDBACK, false, known);
        same(true, entitled.getValue());
        same("ENTITLED", entitled.getVariant());
        same("TARGETING_MATCH", entitled.getReason());
        same("GAL-FB-01", entitled.getFlagMetadata().getString("rule"));
        same("ENTITLED", client.getStringValue(FEEDBACK + ".outcome", "none", known));
        Value decision = client.getObjectValue(FEEDBACK + ".decision", new Value(), known);
        same(
                "2026-11-23T16:00:00+08:00",
                decision.asStructure().getValue("response").asStructure().getValue("dueAt").asString());
        ImmutableContext contract =
                context(Map.of("plan", "annual-service", "product", "kingdee-kis-professional", "time", AT));
        same(true, client.getBooleanValue(BY_CONTRACT, true, contract));
        same(false, client.getBooleanValue(BY_CONTRACT, false, contract));
        same("UNDETERMINED", client.getStringValue(BY_CONTRACT + ".outcome", "none", contract));
        failed(client.getBooleanDetails(FEEDBACK, false, context(Map.of("plan", "none", "time", AT))), ErrorCode.INVALID_CONTEXT);
        failed(
                client.getBooleanDetails(
                        "kingdee-galaxy-public.code-diagnosis", false, context(Map.of("plan", "preferred", "time", AT))),
                ErrorCode.INVALID_CONTEXT);
        failed(client.getBooleanDetails("kingdee-galaxy-public.nothing", false, known), ErrorCode.FLAG_NOT_FOUND);
        failed(client.getBooleanDetails(FEEDBACK + ".outcome", false, known), ErrorCode.TYPE_MISMATCH);
        failed(client("stranger", arguments[0], "qk_nobody").getBooleanDetails(FEEDBACK, false, known), ErrorCode.GENERAL);
        OpenFeatureAPI.getInstance().shutdown();
        System.out.println("java: the provider reads every flag");
    }

    private static Client client(String name, String address, String key) throws Exception {
        OfrepProvider provider = OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                .baseUrl(address)
                .headers(ImmutableMap.of("X-API-Key", ImmutableList.of(key)))
                .build());
        OpenFeatureAPI.getInstance().setProviderAndWait(name, provider);
        return OpenFeatureAPI.getInstance().getClient(name);
    }

    private static ImmutableContext context(Map<String, String> members) {
        Map<String, Value> values = new java.util.HashMap<>();
        members.forEach((member, value) -> values.put(member, new Value(value)));
        return new ImmutableContext("C-1001", values);
    }

    private static void failed(FlagEvaluationDetails<Boolean> details, ErrorCode code) {
        same(false, details.getValue());
        same(code, details.getErrorCode());
    }

    private static void same(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException("expected " + expected + ", got " + actual);
        }
    }
}
