package io.quanyi.workshop.table;

import io.quanyi.facts.Domain;
import io.quanyi.workshop.table.words.PlainWord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column that a table of target times or of denials may have, with the names that its first row may give it. */
enum TableColumn {
    PLAN(Domain.PLAN, "Plan", "id", "/subscription/plan", "plan", "服务计划", "计划", "service plan"),
    SEVERITY(Domain.SEVERITY, "Question", "severity", "/question/severity", "severity", "严重级别", "级别", "故障级别"),
    REGION(Domain.REGION, "Place", "region", "/subscription/usageRegion", "region", "地区", "区域", "产品使用地"),
    CHANNEL(Domain.CHANNEL, "Question", "channel", "/question/channel", "channel", "渠道", "服务渠道"),
    TOPIC(Domain.TOPIC, "Question", "topic", "/question/topic", "topic", "问题类型"),
    ACTIVITY(Domain.ACTIVITY, "Question", "activity", "/question/activity", "activity", "服务内容"),
    DELIVERY(Domain.DELIVERY, "Question", "delivery", "/question/delivery", "delivery", "交付方式"),
    DEPLOYMENT(Domain.DEPLOYMENT, "Deployment", "value", "/subscription/deployment", "deployment", "部署方式"),
    PRODUCT(Domain.PRODUCT, "Product", "id", "/subscription/product", "product", "产品"),
    RESPONSE("response", "响应", "响应时限", "响应时间", "首次响应", "response time", "first response"),
    RESOLUTION("resolution", "解决", "解决时限", "解决时间", "resolution time"),
    WINDOW(Domain.WINDOW, "", "", "", "window", "服务时间", "计时窗口", "窗口", "hours"),
    CLAUSE("clause", "条款");

    private final @Nullable Domain domain;
    private final String fact;
    private final String field;
    private final String pointer;
    private final List<String> names;

    TableColumn(String... names) {
        this(null, "", "", "", names);
    }

    TableColumn(@Nullable Domain domain, String fact, String field, String pointer, String... names) {
        this.domain = domain;
        this.fact = fact;
        this.field = field;
        this.pointer = pointer;
        this.names = List.of(names);
    }

    /** The column with a name, in English or Chinese; empty if there is none. */
    static Optional<TableColumn> named(String name) {
        String wanted = PlainWord.of(name);
        return Arrays.stream(values())
                .filter(column -> column.names.stream().map(PlainWord::of).anyMatch(wanted::equals))
                .findFirst();
    }

    /** The conditions, in the order in which rules state them. */
    static List<TableColumn> conditions() {
        return Arrays.stream(values()).filter(TableColumn::isCondition).toList();
    }

    /** The chief name in each language, English first, of all columns. */
    static List<String> allNames() {
        return Arrays.stream(values())
                .flatMap(column -> Stream.of(column.names.get(0), column.names.get(1)))
                .toList();
    }

    /** Whether a rule states the column as a condition. */
    boolean isCondition() {
        return !fact.isEmpty();
    }

    /** Whether the column states a target time. */
    boolean isTarget() {
        return this == RESPONSE || this == RESOLUTION;
    }

    /** The ground of a denial that rests on the condition. */
    String ground() {
        return switch (this) {
            case SEVERITY -> "severity-not-applicable";
            case REGION -> "region-not-covered";
            case CHANNEL -> "channel-not-offered";
            case DELIVERY -> "delivery-not-offered";
            case DEPLOYMENT -> "deployment-not-applicable";
            case PRODUCT -> "product-not-applicable";
            default -> "out-of-scope";
        };
    }

    /** All names that the first row may give the column. */
    List<String> names() {
        return names;
    }

    /** The English name, which keys of rows use too. */
    String id() {
        return names.get(0);
    }

    /** The ids that its cells name; null for times and clauses. */
    @Nullable Domain domain() {
        return domain;
    }

    /** The fact of the condition. */
    String fact() {
        return fact;
    }

    /** The field of the fact. */
    String field() {
        return field;
    }

    /** Whether a request states the value in its subscription. */
    boolean isOfSubscription() {
        return pointer.startsWith("/subscription/");
    }

    /** The name of the member of a request. */
    String member() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
