package io.quanyi.policy;

import io.quanyi.policy.model.Policy;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The knowledge bases of the services of one policy. Releases whose rules are equal share them, because most publications change the
 * catalogue alone, and the knowledge bases are the largest part of a release in memory.
 */
final class KnowledgeBases {

    /** The knowledge bases that some release uses. A key is the policy within its value, so that both are dropped together. */
    private static final Map<Policy, WeakReference<KnowledgeBases>> SHARED = new WeakHashMap<>();

    private final Policy policy;
    private final Map<String, ServiceKnowledgeBase> bases = new ConcurrentHashMap<>();
    private final Map<String, NearMissRules> nearMisses = new ConcurrentHashMap<>();

    private KnowledgeBases(Policy policy) {
        this.policy = policy;
    }

    /** The knowledge bases of an equal policy if a release uses them, and new ones if none does. */
    static KnowledgeBases shared(Policy policy) {
        synchronized (SHARED) {
            WeakReference<KnowledgeBases> used = SHARED.get(policy);
            KnowledgeBases shared = used == null ? null : used.get();
            if (shared == null) {
                shared = new KnowledgeBases(policy);
                // Replacing the value alone would keep an equal key that nothing else holds
                SHARED.remove(policy);
                SHARED.put(policy, new WeakReference<>(shared));
            }
            return shared;
        }
    }

    /**
     * The knowledge bases of an edited policy, not shared with other releases. Services that the edit does not touch keep the
     * knowledge bases of this object.
     *
     * @param touched the services whose rules the edit changes
     */
    KnowledgeBases with(Policy edited, Collection<String> touched) {
        KnowledgeBases others = new KnowledgeBases(edited);
        others.bases.putAll(bases);
        others.bases.keySet().removeAll(touched);
        return others;
    }

    /** The policy whose rules they hold. */
    Policy policy() {
        return policy;
    }

    /** The knowledge base of a service, compiled on first use. */
    ServiceKnowledgeBase of(String service) {
        return bases.computeIfAbsent(service, id -> new ServiceKnowledgeBase(id, policy.of(id)));
    }

    /** The rules of a service by which near misses are found, compiled on first use. */
    NearMissRules nearMisses(String service) {
        return nearMisses.computeIfAbsent(service, id -> new NearMissRules(id, policy.of(id)));
    }
}
