package io.jenkins.plugins.slacknotify.acceptance.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Valid configurations at chance, as Configuration as Code takes them under {@code slackNotify:}. Each field is left out, has its empty
 * value, or has one of several others.
 */
final class GeneratedConfiguration {
    private static final List<String> EVENTS = List.of(
            "regressed", "stillFailing", "fixed", "unstable", "failure", "success", "aborted", "notBuilt", "lost");
    private static final List<String> SEVERITIES = List.of("INFO", "NOTICE", "WARNING", "ERROR", "CRITICAL");

    /** Texts that YAML or Configuration as Code could take for something else. */
    private static final List<String> TEXTS = List.of(
            "Jenkins",
            "Bob's <b>\"bot\"</b>",
            "true",
            "007",
            "no",
            "#1",
            "a: b",
            "- x",
            "^${NOT_A_VARIABLE}",
            "50 % \\ ü 🚀");

    private final Random chance;
    private final Map<String, Set<String>> fields = new TreeMap<>();
    private final List<String> workspaces = new ArrayList<>();
    private final List<String> destinations = new ArrayList<>();
    private final List<String> templates = new ArrayList<>();

    GeneratedConfiguration(Random chance) {
        this.chance = chance;
    }

    /** The names of the fields that it has set or left out, by the simple name of their type. */
    Map<String, Set<String>> fields() {
        return fields;
    }

    Map<String, Object> slackNotify() {
        return new Fields("SlackNotifyConfiguration")
                .field("enabled", this::flag)
                .field("credentialsId", () -> one("", "slack-token", "other"))
                .field("teamId", () -> one("", "T024BE7LD"))
                .field("channel", () -> one("", "#builds", "C024BE91L", "builds"))
                .field("botName", () -> text(true))
                .field("botIcon", () -> one("", ":jenkins:", "https://example.org/bot.png"))
                .field("events", () -> some(EVENTS))
                .field("severities", this::severities)
                .field("threadDetails", () -> one("none", "short", "full"))
                .field("language", () -> one("", "en", "de"))
                .field("emoji", () -> some(List.of("fixed :tada:", "critical :fire:")))
                .field("expiryHours", () -> 1 + chance.nextInt(168))
                .field("quietDownNotices", chance::nextBoolean)
                .field("apiUrl", () -> one("", "http://127.0.0.1:9/api/"))
                .field("personal", this::personal)
                .field("routing", this::routing)
                .field("inbound", this::inbound)
                .made();
    }

    private Map<String, Object> severities() {
        var rows = new Fields("SeverityTable");
        List.of(
                        "started",
                        "waitingForInput",
                        "runningLong",
                        "success",
                        "fixed",
                        "unstable",
                        "failure",
                        "regressed",
                        "stillFailing",
                        "aborted",
                        "notBuilt",
                        "lost",
                        "timedOut")
                .forEach(row -> rows.field(row, () -> orEmpty(SEVERITIES)));
        return rows.made();
    }

    private Map<String, Object> personal() {
        return new Fields("DirectMessagesConfig")
                .field("enabled", this::flag)
                .field("told", () -> some(List.of("breakers", "requester", "committers", "culprits")))
                .field(
                        "defaults",
                        () -> new Fields("PreferencesConfig")
                                .field("events", () -> some(EVENTS))
                                .field("startedByMe", this::flag)
                                .field("minimumSeverity", () -> orEmpty(SEVERITIES))
                                .made())
                .field("mandatory", () -> some(EVENTS))
                .field("ignored", () -> some(List.of("noreply@*", "*[bot]@*", "ci@example.org")))
                .field("withoutAccount", () -> some(List.of("partner.example", "example.org")))
                .field(
                        "aliases",
                        () -> several(2, () -> {
                            // A pattern of many people leads to many.
                            boolean many = chance.nextBoolean();
                            return new Fields("AliasConfig")
                                    .always("from", () -> many ? "*@old.example" : "ada@old.example")
                                    .always("to", () -> many ? "*@new.example" : "grace@example.org")
                                    .made();
                        }))
                .made();
    }

    private Map<String, Object> routing() {
        return new Fields("SystemRouting")
                .always("workspaces", () -> several(2, this::workspace))
                .always("destinations", () -> several(3, this::destination))
                .always("templates", () -> several(2, this::template))
                .field("rules", () -> several(4, this::rule))
                .field(
                        "channelLimits",
                        () -> several(
                                2,
                                () -> new Fields("ChannelLimitConfig")
                                        .field("jobs", () -> some(List.of("shop/**", "!shop/free")))
                                        .field("channels", () -> some(List.of("#shop-*", "C024BE91L", "ops-1")))
                                        .made()))
                .made();
    }

    private Map<String, Object> workspace() {
        return new Fields("WorkspaceConfig")
                .always("name", () -> named("partner", workspaces))
                .always("credentialsId", () -> one("partner-token", "^${x}"))
                .field("teamId", () -> one("", "T0123456789"))
                .made();
    }

    private Map<String, Object> destination() {
        var workspace = chance.nextBoolean() && !workspaces.isEmpty() ? workspaces.get(0) : "";
        return new Fields("DestinationConfig")
                .always("name", () -> named("ops", destinations))
                .always("channel", () -> one("#ops", "C024BE91L", "#développement"))
                .field("workspace", () -> workspace)
                .field("credentialsId", () -> "")
                .field("minimumSeverity", () -> orEmpty(SEVERITIES))
                .field("botName", () -> text(true))
                .field("botIcon", () -> one("", ":ops:"))
                .field("threadDetails", () -> one("", "none", "short", "full"))
                .field("buttons", () -> one("", "none", "links", "all"))
                .field("language", () -> one("", "en", "de"))
                .field("repliesInThread", this::flag)
                .made();
    }

    private Map<String, Object> template() {
        return new Fields("TemplateConfig")
                .always("name", () -> named("worded", templates))
                .always(
                        "wordings",
                        () -> List.of(
                                new Fields("WordingConfig")
                                        .field("events", () -> some(EVENTS))
                                        .always(
                                                "text",
                                                () -> one(
                                                        "{headline}",
                                                        "*{job}*\nis down\n",
                                                        "```^${BUILD_LOG, maxLines=5}```",
                                                        " {link}: a # b",
                                                        "$$ {{x}}"))
                                        .made(),
                                Map.of("text", "{headline}")))
                .made();
    }

    private Map<String, Object> rule() {
        return new Fields("RuleConfig")
                .field("name", () -> text(true))
                .field("jobs", () -> some(List.of("deploy/**", "!deploy/try", "*", "shop/feature/cart")))
                .field("branches", () -> some(List.of("feature/**", "main")))
                .field("branchKinds", () -> some(List.of("primary", "pullRequest", "other")))
                .field("events", () -> some(EVENTS))
                .field("minimumSeverity", () -> orEmpty(SEVERITIES))
                .field("causes", () -> some(List.of("user", "scm", "timer", "upstream", "other")))
                .field("severity", () -> orEmpty(SEVERITIES))
                .field("to", () -> {
                    var names = new ArrayList<>(destinations);
                    names.addAll(List.of("#releases", "C024BE91L"));
                    return some(names);
                })
                .field("people", () -> some(List.of("breakers", "ada", "grace@example.org")))
                .field("mention", () -> some(List.of("here", "U0123456789")))
                .field("mentionFrom", () -> orEmpty(SEVERITIES))
                .field("template", () -> templates.isEmpty() ? "" : templates.get(0))
                // A rule after the last one for its builds is refused.
                .field("last", () -> false)
                .field("buttons", () -> one("", "all", "links", "none"))
                .field("language", () -> one("", "en", "de"))
                .field("disabled", this::flag)
                .made();
    }

    private Map<String, Object> inbound() {
        return new Fields("InboundConfig")
                .field("abilities", () -> some(List.of("commands", "previews")))
                .field("command", () -> one("/jenkins", "/ci"))
                .field("requestsPerMinute", () -> 1 + chance.nextInt(600))
                .field("maxSignInDays", () -> chance.nextInt(31))
                .field(
                        "subscriptions",
                        () -> new Fields("SubscriptionsConfig")
                                .field("forbidden", this::flag)
                                .field("channels", () -> some(List.of("#shop", "C024BE91L", "ops")))
                                .field("owners", () -> some(List.of("ada", "007", "grace@example.org")))
                                .made())
                .field(
                        "apps",
                        () -> several(
                                1,
                                () -> new Fields("SlackAppConfig")
                                        .always("name", () -> one("acme", "Acme 2"))
                                        .field("appId", () -> one("", "A0123456789"))
                                        .field("signingSecretCredentialsId", () -> one("", "signing"))
                                        .field("appTokenCredentialsId", () -> one("", "app"))
                                        .field("clientIdCredentialsId", () -> one("", "client"))
                                        .field("clientSecretCredentialsId", () -> one("", "secret"))
                                        .field("workspace", () -> "")
                                        .made()))
                .made();
    }

    /** A name that a list does not have yet. */
    private static String named(String stem, List<String> taken) {
        taken.add(stem + "-" + (taken.size() + 1));
        return taken.get(taken.size() - 1);
    }

    private boolean flag() {
        return chance.nextBoolean();
    }

    private String text(boolean orEmpty) {
        return orEmpty && chance.nextInt(4) == 0 ? "" : TEXTS.get(chance.nextInt(TEXTS.size()));
    }

    private String one(String... values) {
        return values[chance.nextInt(values.length)];
    }

    private String orEmpty(List<String> values) {
        return chance.nextInt(4) == 0 ? "" : values.get(chance.nextInt(values.size()));
    }

    /** A part of a list, in its order; the empty list rather often. */
    private List<String> some(List<String> values) {
        var few = chance.nextInt(3);
        return values.stream().filter(value -> chance.nextInt(2) < few).toList();
    }

    private <T> List<T> several(int most, Supplier<T> element) {
        var elements = new ArrayList<T>();
        for (int left = chance.nextInt(most + 1); left > 0; left--) {
            elements.add(element.get());
        }
        return elements;
    }

    /** The fields of one object. */
    private final class Fields {
        private final String type;
        private final Map<String, Object> set = new LinkedHashMap<>();

        Fields(String type) {
            this.type = type;
        }

        /** Sets a field, or leaves it out. */
        Fields field(String name, Supplier<?> value) {
            note(name);
            if (chance.nextInt(3) > 0) {
                set.put(name, value.get());
            }
            return this;
        }

        /** Sets a field that must not be left out. */
        Fields always(String name, Supplier<?> value) {
            note(name);
            set.put(name, value.get());
            return this;
        }

        private void note(String name) {
            fields.computeIfAbsent(type, any -> new TreeSet<>()).add(name);
        }

        Map<String, Object> made() {
            return new LinkedHashMap<>(set);
        }
    }

    /** All fields that configurations of these seeds have. */
    static Map<String, Set<String>> fieldsOf(List<GeneratedConfiguration> configurations) {
        var all = new TreeMap<String, Set<String>>();
        configurations.forEach(one -> one.fields()
                .forEach((type, names) ->
                        all.computeIfAbsent(type, any -> new LinkedHashSet<>()).addAll(names)));
        return all;
    }
}
