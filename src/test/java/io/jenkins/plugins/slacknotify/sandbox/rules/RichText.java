package io.jenkins.plugins.slacknotify.sandbox.rules;

import static io.jenkins.plugins.slacknotify.sandbox.rules.ObjectRule.object;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.anything;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.bool;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.byType;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.link;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.list;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.nonEmptyString;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.number;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.oneOf;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.string;

import java.util.Map;

/** The rich_text block. Its structure is DOCUMENTED; that a text may not be empty is INFERRED. */
final class RichText {
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private RichText() {}

    static ObjectRule block() {
        return object().required("elements", list(1, ANY_NUMBER, byType(containers())));
    }

    private static Map<String, ObjectRule> containers() {
        var section = object().required("elements", list(0, ANY_NUMBER, inline()));
        var bordered = section.optional("border", number());
        return Map.of(
                "rich_text_section",
                section,
                "rich_text_quote",
                bordered,
                "rich_text_preformatted",
                bordered.optional("language", string()),
                "rich_text_list",
                object().required("style", oneOf("bullet", "ordered"))
                        .required("elements", list(1, ANY_NUMBER, byType(Map.of("rich_text_section", section))))
                        .optional("indent", number())
                        .optional("offset", number())
                        .optional("border", number()));
    }

    private static Rule inline() {
        var styled = object().optional("style", anything());
        return byType(Map.of(
                "text", styled.required("text", nonEmptyString(Limit.TEXT_TRUNCATION)),
                "link",
                        styled.required("url", link())
                                .optional("text", string())
                                .optional("unsafe", bool()),
                "emoji",
                        styled.required("name", string())
                                .optional("unicode", string())
                                .optional("skin_tone", number()),
                "user", styled.required("user_id", string()),
                "usergroup", styled.required("usergroup_id", string()),
                "channel", styled.required("channel_id", string()),
                "broadcast", styled.required("range", oneOf("here", "channel", "everyone")),
                "color", styled.required("value", string()),
                "date",
                        styled.required("timestamp", number())
                                .required("format", string())
                                .optional("url", link())
                                .optional("fallback", string())));
    }
}
