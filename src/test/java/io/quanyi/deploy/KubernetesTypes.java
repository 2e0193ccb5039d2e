package io.quanyi.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The types of Kubernetes' objects, as which manifests are read without letting a member pass that the type does not have. */
final class KubernetesTypes {

    private static final String MODEL = "io.fabric8.kubernetes.api.model.";

    private static final Map<String, String> CLASS_BY_KIND = Map.of(
            "v1 ConfigMap", MODEL + "ConfigMap",
            "v1 Service", MODEL + "Service",
            "v1 ServiceAccount", MODEL + "ServiceAccount",
            "apps/v1 Deployment", MODEL + "apps.Deployment",
            "autoscaling/v2 HorizontalPodAutoscaler", MODEL + "autoscaling.v2.HorizontalPodAutoscaler",
            "networking.k8s.io/v1 NetworkPolicy", MODEL + "networking.v1.NetworkPolicy",
            "policy/v1 PodDisruptionBudget", MODEL + "policy.v1.PodDisruptionBudget",
            "monitoring.coreos.com/v1 ServiceMonitor", "io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor");

    /** The types keep members that they do not have; here nobody takes these, so that they are refused. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    private KubernetesTypes() {}

    /** @throws JsonProcessingException if a member does not exist, or has another type */
    static void read(JsonNode object) throws JsonProcessingException {
        String kind =
                object.path("apiVersion").asString() + " " + object.path("kind").asString();
        String type = Objects.requireNonNull(CLASS_BY_KIND.get(kind), kind);
        try {
            STRICT.readValue(object.toString(), Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
